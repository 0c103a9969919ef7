using System.Collections.Immutable;

namespace CmeOrleans.Grains.Accounts;

/// <summary>The stored ring of keys, each encrypted by whoever added it.</summary>
public sealed record KeyRingState
{
    public ImmutableArray<string> Elements { get; init; } = [];
}
