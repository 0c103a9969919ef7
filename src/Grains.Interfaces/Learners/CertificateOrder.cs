using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Learners;

/// <summary>What a certificate grain needs to render: the frozen facts and the key that seals the result.</summary>
[GenerateSerializer, Immutable, Alias("cme.certificate-order")]
public sealed record CertificateOrder
{
    /// <summary>The row that holds the claim.</summary>
    [Id(0)]
    public required long Seq { get; init; }

    /// <summary>SHA-256 of that row.</summary>
    [Id(1)]
    public required ReadOnlyMemory<byte> RowHash { get; init; }

    /// <summary>The exact body of that row.</summary>
    [Id(2)]
    public required ReadOnlyMemory<byte> RowBody { get; init; }

    /// <summary>The learner's data key, wrapped by the master key.</summary>
    [Id(3)]
    public required ReadOnlyMemory<byte> WrappedKey { get; init; }

    /// <summary>The courses of the claim whose certificates no longer stand. Their documents stay what they were.</summary>
    [Id(4)]
    public ImmutableArray<string> RevokedCourseIds { get; init; } = [];
}
