using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;

namespace CmeOrleans.Domain.Ledger;

/// <summary>Items in the order in which they came, each to be found by its id.</summary>
/// <remarks>
/// Ids lead to places in the list, not to the items: ten thousand ledgers live long, and what refers to new objects from
/// all over old ones is what a garbage collector has to look through again and again. Ids that a snapshot brought are read when
/// one is asked for or the next row comes: of a long ledger that only shows its sums, many never are.
/// </remarks>
/// <param name="idOf">The id of an item, for ever the same.</param>
internal sealed class ItemsById<TId, TItem>(Func<TItem, TId> idOf)
    where TId : struct
    where TItem : notnull
{
    private readonly List<TItem> _items = [];
    private readonly Dictionary<TId, int> _places = [];
    private ReadOnlyCollection<TItem>? _view;

    public ReadOnlyCollection<TItem> Items => _view ??= _items.AsReadOnly();

    /// <summary>Takes <paramref name="item"/> in as the last, without looking at its id.</summary>
    public void Add(TItem item) => _items.Add(item);

    public bool TryFind(TId id, [MaybeNullWhen(false)] out TItem item)
    {
        LookThrough();
        var isFound = _places.TryGetValue(id, out var place);
        item = isFound ? _items[place] : default;
        return isFound;
    }

    public void EnsureCapacity(int count) => _items.EnsureCapacity(count);

    /// <summary>Looks at the ids of all items that have come since it did last.</summary>
    /// <exception cref="InvariantViolationException">An id came twice.</exception>
    public void LookThrough()
    {
        if (_items.Count > 2 * _places.Count)
        {
            // Not for a few: room for just a few more is made anew each time.
            _places.EnsureCapacity(_items.Count);
        }

        while (_places.Count < _items.Count)
        {
            var id = idOf(_items[_places.Count]);
            Invariant.Require(_places.TryAdd(id, _places.Count), $"{id} is in the ledger once.");
        }
    }
}
