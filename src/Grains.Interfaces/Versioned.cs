namespace CmeOrleans.Grains.Interfaces;

/// <summary>A mutable thing and its version: what an ETag is made of.</summary>
[GenerateSerializer, Immutable, Alias("cme.versioned`1")]
public sealed record Versioned<T>
{
    [Id(0)]
    public required T Value { get; init; }

    /// <summary>Changes with every change of the value.</summary>
    [Id(1)]
    public required string ETag { get; init; }

    /// <summary>Whether the write that answers with this made the thing.</summary>
    [Id(2)]
    public bool IsNew { get; init; }
}
