using System.Collections.Immutable;

namespace CmeOrleans.WebApi.Pages.Providers;

/// <summary>A page of providers in order of their ids.</summary>
/// <param name="Providers">The providers.</param>
/// <param name="NextAddress">Where the list goes on, if it does.</param>
public sealed record ProvidersModel(ImmutableArray<ProviderLine> Providers, string? NextAddress);
