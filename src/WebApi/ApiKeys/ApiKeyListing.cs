using CmeOrleans.Grains.Interfaces.ApiKeys;
using CmeOrleans.Grains.Interfaces.Directory;

namespace CmeOrleans.WebApi.ApiKeys;

/// <summary>Reads lists of API keys, for the API and the pages alike.</summary>
internal static class ApiKeyListing
{
    private const string DirectoryKey = "api";

    // How many keys of a list are asked for at once.
    private const int ReadsMax = 32;

    /// <summary>Keys in order of their ids, revoked ones included, and the id after which to go on if there are more.</summary>
    public static async Task<(IReadOnlyList<ApiKeyView> Keys, string? Next)> ReadPageAsync(IGrainFactory grains, string? after, int limit)
    {
        var ids = await grains.GetGrain<IDirectoryGrain>(DirectoryKey).ListApiKeysAsync(after, limit + 1);
        var keys = new List<ApiKeyView>(limit);
        foreach (var chunk in ids.Take(limit).Chunk(ReadsMax))
        {
            var read = await Task.WhenAll(chunk.Select(id => grains.GetGrain<IApiKeyGrain>(id).GetAsync()));
            keys.AddRange(read.OfType<ApiKeyView>());
        }

        return (keys, ids.Length > limit ? ids[limit - 1] : null);
    }
}
