using System.Globalization;

namespace CmeOrleans.Runtime.Tests;

/// <summary>Identities are stored, so their form is part of the data and never changes.</summary>
public sealed class IdentityTests
{
    [Fact]
    public async Task Grain_id_is_made_of_class_name_and_key()
    {
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<IProbeGrain>("key/with slash");

        Assert.Equal("probe/key/with slash", grain.GetGrainId().ToString());
        Assert.Equal("key/with slash", grain.GetPrimaryKeyString());
        Assert.Equal(grain.GetGrainId(), GrainId.Parse("probe/key/with slash", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task References_to_one_grain_are_equal()
    {
        await using var host = await ActorHost.StartAsync();

        Assert.Equal(host.Grains.GetGrain<IProbeGrain>("a"), host.Grains.GetGrain<IProbeGrain>("a"));
        Assert.NotEqual(host.Grains.GetGrain<IProbeGrain>("a"), host.Grains.GetGrain<IProbeGrain>("b"));
    }

    [Fact]
    public async Task Reference_by_grain_id_calls_the_same_grain()
    {
        await using var host = await ActorHost.StartAsync();
        var grain = host.Grains.GetGrain<IProbeGrain>("a");
        var again = host.Grains.GetGrain<IProbeGrain>(grain.GetGrainId());

        Assert.Equal(await grain.GetActivationAsync(), await again.GetActivationAsync());
    }

    // Test vectors of xxHash32 with seed 0, their bytes back to front.
    [Theory]
    [InlineData("", 0x055DCC02u)]
    [InlineData("a", 0x56740D55u)]
    [InlineData("abc", 0xFF53D132u)]
    [InlineData("Nobody inspects the spammish repetition", 0x2F3B29E2u)]
    public void Uniform_hash_is_the_same_everywhere(string text, uint expected) =>
        Assert.Equal(expected, IdSpan.Create(text).GetUniformHashCode());

    // Reminders lie on the ring of nodes by this one.
    [Fact]
    public void Uniform_hash_of_a_grain_is_made_of_that_of_its_type_and_its_key() =>
        Assert.Equal(unchecked((0x56740D55u * 31) + 0xFF53D132u), GrainId.Create("a", "abc").GetUniformHashCode());

    [Theory]
    [InlineData(null, "key")]
    [InlineData("namespace", "key")]
    public void Stream_id_keeps_namespace_and_key(string? ns, string key)
    {
        var id = StreamId.Create(ns, key);

        Assert.Equal(ns, id.GetNamespace());
        Assert.Equal(key, id.GetKeyAsString());
        Assert.Equal(id, StreamId.Create(ns, key));
        Assert.NotEqual(id, StreamId.Create("other", key));
    }
}
