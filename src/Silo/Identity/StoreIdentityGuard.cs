using CmeOrleans.Domain;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Silo.Secrets;
using CmeOrleans.Silo.Settings;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace CmeOrleans.Silo.Identity;

/// <summary>
/// Before anything is served: sees to it that store and master key belong together. With another key every name in the
/// store would be unreadable, and new ones would be sealed under a key that the other nodes do not have.
/// </summary>
internal sealed partial class StoreIdentityGuard(
    IGrainStorage storage,
    MasterKey masterKey,
    ILogger<StoreIdentityGuard> logger)
{
    private const string StateName = "store-identity";

    private static readonly GrainId StateId = GrainId.Create("node", "store");

    private StoreIdentity? _identity;

    /// <summary>The id of the store. Known once <see cref="VerifyAsync"/> has completed.</summary>
    public string StoreId
    {
        get
        {
            Invariant.Require(_identity is not null, "The store's identity is read before it is asked for.");
            return _identity.StoreId;
        }
    }

    /// <exception cref="SettingException">The store was sealed under another master key.</exception>
    /// <exception cref="StorageUnavailableException">The store does not answer.</exception>
    public async Task VerifyAsync()
    {
        var identity = await ReadAsync() ?? await WriteAsync();
        if (identity.MasterKeyFingerprint != masterKey.Fingerprint)
        {
            throw new SettingException(
                "Security:MasterKey",
                "is not the key that this database was sealed with. Configure that key, or put its file back into keys/ of DataFolder.");
        }

        _identity = identity;
        LogStore(identity.StoreId);
    }

    private async Task<StoreIdentity?> ReadAsync()
    {
        var state = new GrainState<StoreIdentity>();
        await storage.ReadStateAsync(StateName, StateId, state);
        return state.RecordExists ? state.State : null;
    }

    private async Task<StoreIdentity> WriteAsync()
    {
        var identity = new StoreIdentity
        {
            StoreId = Guid.NewGuid().ToString("N"),
            MasterKeyFingerprint = masterKey.Fingerprint,
        };
        try
        {
            await storage.WriteStateAsync(StateName, StateId, new GrainState<StoreIdentity>(identity));
            return identity;
        }
        catch (InconsistentStateException)
        {
            // Another node starts on the new store at the same time; what it wrote counts.
            var written = await ReadAsync();
            Invariant.Require(written is not null, "A store whose identity is taken has one.");
            return written;
        }
    }

    [LoggerMessage(LogLevel.Information, "The store is {StoreId}.")]
    private partial void LogStore(string storeId);
}
