using CmeOrleans.Grains.Interfaces.Directory;
using CmeOrleans.Grains.Interfaces.Providers;

namespace CmeOrleans.WebApi.Providers;

/// <summary>Reads lists of providers, for the API and the pages alike.</summary>
internal static class ProviderListing
{
    private const string DirectoryKey = "api";

    // How many providers of a list are asked for at once.
    private const int ReadsMax = 32;

    /// <summary>Providers in order of their ids.</summary>
    /// <param name="grains">Where they are.</param>
    /// <param name="after">The id after which to begin.</param>
    /// <param name="limit">How many at most.</param>
    /// <returns>The providers, and the id after which to go on if there are more.</returns>
    public static async Task<(IReadOnlyList<(string ProviderId, ProviderRecord Record)> Providers, string? Next)> ReadPageAsync(
        IGrainFactory grains, string? after, int limit)
    {
        var ids = await grains.GetGrain<IDirectoryGrain>(DirectoryKey).ListProvidersAsync(after, limit + 1);
        var providers = new List<(string, ProviderRecord)>(limit);
        foreach (var chunk in ids.Take(limit).Chunk(ReadsMax))
        {
            var read = await Task.WhenAll(chunk.Select(id => grains.GetGrain<IProviderGrain>(id).GetAsync()));
            providers.AddRange(
                from pair in chunk.Zip(read)
                where pair.Second is not null
                select (pair.First, pair.Second.Value));
        }

        return (providers, ids.Length > limit ? ids[limit - 1] : null);
    }
}
