using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Accounts;

/// <summary>The keys that protect cookies, forms and links, shared by all nodes. There is one such grain, under <see cref="Key"/>.</summary>
/// <remarks>What it holds is encrypted by whoever adds it.</remarks>
[Alias("cme.key-ring")]
public interface IKeyRingGrain : IGrainWithStringKey
{
    const string Key = "pages";

    /// <summary>All elements, oldest first, read from the store.</summary>
    [Alias("list")]
    Task<ImmutableArray<string>> ListAsync();

    /// <summary>Adds an element; one that is there already is not added again. Durable when the task completes.</summary>
    [Alias("add")]
    Task AddAsync(string element);
}
