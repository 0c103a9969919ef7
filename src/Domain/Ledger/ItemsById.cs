using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;

namespace CmeOrleans.Domain.Ledger;

/// <summary>Items in the order in which they came, each to be found by its id.</summary>
/// <remarks>
/// Ids lead to places in the list, not to the items: ten thousand ledgers live long, and what refers to new objects from
/// all over old ones is what a garbage collector has to look through again and again. The ids are read when one is asked
/// for: of a long ledger that only shows its sums none is.
/// </remarks>
/// <param name="idOf">The id of an item, for ever the same.</param>
internal sealed class ItemsById<TId, TItem>(Func<TItem, TId> idOf)
    where TId : struct
    where TItem : class
{
    private readonly List<TItem> _items = [];
    private readonly Dictionary<TId, int> _places = [];
    private ReadOnlyCollection<TItem>? _view;

    public ReadOnlyCollection<TItem> Items => _view ??= _items.AsReadOnly();

    /// <summary>Takes <paramref name="item"/> in as the last.</summary>
    public void Add(TItem item) => _items.Add(item);

    /// <exception cref="InvariantViolationException">Two items have the same id, this one or another.</exception>
    public bool TryFind(TId id, [NotNullWhen(true)] out TItem? item)
    {
        CatchUp();
        item = _places.TryGetValue(id, out var place) ? _items[place] : null;
        return item is not null;
    }

    public void EnsureCapacity(int count) => _items.EnsureCapacity(count);

    private void CatchUp()
    {
        if (_places.Count == _items.Count)
        {
            return;
        }

        _places.EnsureCapacity(_items.Count);
        while (_places.Count < _items.Count)
        {
            var id = idOf(_items[_places.Count]);
            Invariant.Require(_places.TryAdd(id, _places.Count), $"{id} is in the ledger once.");
        }
    }
}
