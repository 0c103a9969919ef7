using System.Text;
using CmeOrleans.Silo.Identity;
using CmeOrleans.Silo.Secrets;
using CmeOrleans.Silo.Settings;
using Microsoft.Extensions.Logging.Abstractions;

namespace CmeOrleans.Silo.Tests;

public sealed class StoreIdentityGuardTests
{
    private readonly MemoryGrainStorage _storage = new();
    private readonly MasterKey _key = NewKey();

    [Fact]
    public async Task The_first_node_names_the_store_and_later_ones_find_the_name()
    {
        var first = Guard(_key);
        var second = Guard(_key);

        await first.VerifyAsync();
        await second.VerifyAsync();

        Assert.Equal(first.StoreId, second.StoreId);
        Assert.NotEqual(first.StoreId, await StoreIdOfAnotherStoreAsync());
    }

    [Fact]
    public async Task Another_master_key_is_refused_and_named()
    {
        await Guard(_key).VerifyAsync();

        var exception = await Assert.ThrowsAsync<SettingException>(() => Guard(NewKey()).VerifyAsync());

        Assert.Equal("Security:MasterKey", exception.Setting);
    }

    private static MasterKey NewKey() => MasterKey.Parse(Encoding.ASCII.GetString(MasterKey.Generate()));

    private async Task<string> StoreIdOfAnotherStoreAsync()
    {
        var guard = new StoreIdentityGuard(new MemoryGrainStorage(), _key, NullLogger<StoreIdentityGuard>.Instance);
        await guard.VerifyAsync();
        return guard.StoreId;
    }

    private StoreIdentityGuard Guard(MasterKey key) => new(_storage, key, NullLogger<StoreIdentityGuard>.Instance);
}
