using System.Collections.Concurrent;

namespace CmeOrleans.WebApi.Auth;

/// <summary>A cache that never holds more than about twice <paramref name="generationMax"/> entries.</summary>
/// <remarks>
/// Two generations: when the young one is full it becomes the old one and the old one is dropped; what is asked for again
/// moves to the young one. So what is in use stays, and a flood of strangers costs no more than memory of this bound.
/// </remarks>
internal sealed class BoundedCache<TKey, TValue>(int generationMax)
    where TKey : notnull
{
    private readonly Lock _turning = new();
    private volatile ConcurrentDictionary<TKey, TValue> _young = new();
    private volatile ConcurrentDictionary<TKey, TValue> _old = new();
    private int _youngCount;

    public bool TryGet(TKey key, out TValue value)
    {
        if (_young.TryGetValue(key, out value!))
        {
            return true;
        }

        if (!_old.TryGetValue(key, out value!))
        {
            return false;
        }

        Set(key, value);
        return true;
    }

    public void Set(TKey key, TValue value)
    {
        // Counting a replacement as a new entry only makes a generation turn a little early.
        if (Interlocked.Increment(ref _youngCount) > generationMax)
        {
            Turn();
        }

        _young[key] = value;
    }

    /// <summary>Forgets the entry if it still has this value.</summary>
    public void Remove(TKey key, TValue value)
    {
        _young.TryRemove(new(key, value));
        _old.TryRemove(new(key, value));
    }

    private void Turn()
    {
        lock (_turning)
        {
            if (_youngCount > generationMax)
            {
                _old = _young;
                _young = new();
                _youngCount = 0;
            }
        }
    }
}
