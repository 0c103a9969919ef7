using CmeOrleans.Grains.Interfaces.Providers;

namespace CmeOrleans.Grains.Providers;

/// <summary>The stored record of a provider.</summary>
public sealed record ProviderState
{
    public ProviderRecord? Record { get; init; }
}
