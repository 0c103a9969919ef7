namespace CmeOrleans.Grains.Interfaces.Transcripts;

/// <summary>Which part of a transcript is asked for, and in which order on paper.</summary>
[GenerateSerializer, Immutable, Alias("cme.transcript-query")]
public sealed record TranscriptQuery
{
    /// <summary>The first day of completion, or none.</summary>
    [Id(0)]
    public DateOnly? From { get; init; }

    /// <summary>The last day of completion, or none.</summary>
    [Id(1)]
    public DateOnly? To { get; init; }

    /// <summary>Whether topics are grouped by course; else by type.</summary>
    [Id(2)]
    public bool IsByCourse { get; init; }
}
