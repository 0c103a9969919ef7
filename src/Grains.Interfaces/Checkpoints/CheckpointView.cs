namespace CmeOrleans.Grains.Interfaces.Checkpoints;

/// <summary>A signed checkpoint.</summary>
[GenerateSerializer, Immutable, Alias("cme.checkpoint")]
public sealed record CheckpointView
{
    /// <summary>1, 2, 3 …</summary>
    [Id(0)]
    public required long Number { get; init; }

    [Id(1)]
    public required DateTimeOffset At { get; init; }

    /// <summary>The exact text that was signed: JSON with number, time, Merkle root, previous root, running row count and leaf count.</summary>
    [Id(2)]
    public required string Statement { get; init; }

    /// <summary>ECDSA P-256 over SHA-256 of the statement, IEEE P1363 format, base64.</summary>
    [Id(3)]
    public required string Signature { get; init; }

    /// <summary>Names the signing key: the first 16 hex digits of the SHA-256 of its public form.</summary>
    [Id(4)]
    public required string KeyId { get; init; }

    /// <summary>The public key, SubjectPublicKeyInfo in PEM; empty when the signing key is not one that this node holds.</summary>
    [Id(5)]
    public required string PublicKey { get; init; }
}
