namespace CmeOrleans.Silo.Checkpoints;

/// <summary>The newest checkpoint that this node has seen, kept outside the store.</summary>
internal sealed record KnownCheckpoint
{
    public required long Number { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The signed text.</summary>
    public required string Statement { get; init; }

    /// <summary>Base64.</summary>
    public required string Signature { get; init; }

    public required string KeyId { get; init; }
}
