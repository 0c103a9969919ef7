using CmeOrleans.WebApi.Auth;

namespace CmeOrleans.WebApi.Tests.Auth;

public sealed class BoundedCacheTests
{
    [Fact]
    public void What_is_in_use_stays_and_strangers_are_dropped()
    {
        var cache = new BoundedCache<int, string>(generationMax: 10);
        cache.Set(-1, "in use");

        for (var stranger = 0; stranger < 1_000; stranger++)
        {
            cache.Set(stranger, "stranger");
            Assert.True(cache.TryGet(-1, out _));
        }

        Assert.InRange(Enumerable.Range(0, 1_000).Count(stranger => cache.TryGet(stranger, out _)), 1, 20);
    }

    [Fact]
    public void Removed_entry_is_gone_unless_it_was_replaced()
    {
        var cache = new BoundedCache<int, string>(generationMax: 10);
        cache.Set(1, "first");
        cache.Set(2, "other");

        cache.Remove(1, "first");
        cache.Remove(2, "not this");

        Assert.False(cache.TryGet(1, out _));
        Assert.True(cache.TryGet(2, out _));
    }
}
