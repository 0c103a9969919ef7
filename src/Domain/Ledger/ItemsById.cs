using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;

namespace CmeOrleans.Domain.Ledger;

/// <summary>Items in the order in which they came, each to be found by its id.</summary>
/// <remarks>
/// Ids lead to places in the list, not to the items: ten thousand ledgers live long, and what refers to new objects from
/// all over old ones is what a garbage collector has to look through again and again.
/// </remarks>
internal sealed class ItemsById<TId, TItem>
    where TId : struct
    where TItem : class
{
    private readonly List<TItem> _items = [];
    private readonly Dictionary<TId, int> _places = [];

    public ItemsById() => Items = _items.AsReadOnly();

    public ReadOnlyCollection<TItem> Items { get; }

    /// <summary>Takes <paramref name="item"/> in as the last; <see langword="false"/> when there is one of that id.</summary>
    public bool TryAdd(TId id, TItem item)
    {
        if (!_places.TryAdd(id, _items.Count))
        {
            return false;
        }

        _items.Add(item);
        return true;
    }

    public bool TryFind(TId id, [NotNullWhen(true)] out TItem? item)
    {
        item = _places.TryGetValue(id, out var place) ? _items[place] : null;
        return item is not null;
    }

    public void EnsureCapacity(int count)
    {
        _items.EnsureCapacity(count);
        _places.EnsureCapacity(count);
    }
}
