using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Transcripts;

/// <summary>A learner's transcript.</summary>
[GenerateSerializer, Immutable, Alias("cme.transcript")]
public sealed record Transcript
{
    /// <summary>The learner's name as displayed now.</summary>
    [Id(0)]
    public required string DisplayName { get; init; }

    /// <summary>In order of completion; neither voided claims nor revoked certificates.</summary>
    [Id(1)]
    public ImmutableArray<TranscriptLine> Lines { get; init; } = [];

    /// <summary>When it was made.</summary>
    [Id(2)]
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Seq of the ledger's last row that it takes in.</summary>
    [Id(3)]
    public required long Version { get; init; }

    [Id(4)]
    public string? Degrees { get; init; }
}
