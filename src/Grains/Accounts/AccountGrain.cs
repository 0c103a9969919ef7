using System.Text.Json;
using CmeOrleans.Domain;
using CmeOrleans.Grains.Entities;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Accounts;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Grains.Accounts;

/// <inheritdoc cref="IAccountGrain"/>
public sealed class AccountGrain(
    [PersistentState(EntityStates.Account)] IPersistentState<AccountState> state,
    IPersonalDataKeyring keyring,
    TimeProvider time) : Grain, IAccountGrain
{
    private readonly Entity<AccountState> _entity = new(state, StateWatch.None);

    // A colon is in no learner id, so no seal of an account passes for one of a learner.
    private string SealId => $"account:{this.GetPrimaryKeyString()}";

    public async Task<bool> CreateAsync(AccountRecord record)
    {
        var isNew = false;
        await _entity.WriteAsync(ifMatch: null, current =>
        {
            isNew = current is null;
            return current ?? Seal(keyring.CreateWrappedKey(SealId), record);
        });
        return isNew;
    }

    public async Task<Versioned<AccountRecord>?> GetAsync() =>
        await _entity.ReadAsync() is { } stored ? ToVersioned(Open(stored)) : null;

    public async Task<Answer<Versioned<AccountRecord>>> ReplaceAsync(AccountRecord record, string ifMatch)
    {
        var outcome = await _entity.WriteAsync(ifMatch, current => Seal(current!.WrappedKey, record));
        return outcome is Outcome.Done
            ? Answers.Done(ToVersioned(record))
            : Answers.VersionConflict<Versioned<AccountRecord>>();
    }

    public async Task<AttemptAnswer> BeginAttemptAsync()
    {
        var isAllowed = false;
        var record = await ChangeAsync(current =>
        {
            isAllowed = !AccountRules.IsPaused(current, time.GetUtcNow());
            return isAllowed ? AccountRules.Count(current, time.GetUtcNow()) : current;
        });
        return new() { IsAllowed = isAllowed, IsLast = isAllowed && record.PausedUntil is not null };
    }

    public async Task ClearAttemptsAsync() =>
        await ChangeAsync(static current => current with { AttemptsCount = 0, PausedUntil = null });

    public async Task<bool> UseTimeStepAsync(long timeStep)
    {
        var isUnused = false;
        await ChangeAsync(current =>
        {
            isUnused = timeStep > current.LastTimeStep;
            return isUnused ? current with { LastTimeStep = timeStep } : current;
        });
        return isUnused;
    }

    public async Task<bool> BindAsync(string learnerId) =>
        (await ChangeAsync(current => current.LearnerId is null ? current with { LearnerId = learnerId } : current)).LearnerId == learnerId;

    private async Task<AccountRecord> ChangeAsync(Func<AccountRecord, AccountRecord> change)
    {
        AccountRecord? changed = null;
        await _entity.WriteAsync(ifMatch: null, current =>
        {
            Invariant.Require(current is not null, "An account is stored before it is used.");
            var record = Open(current);
            changed = change(record);
            return changed == record ? current : Seal(current.WrappedKey, changed);
        });
        return changed!;
    }

    private AccountState Seal(ReadOnlyMemory<byte> wrappedKey, AccountRecord record) => new()
    {
        WrappedKey = wrappedKey,
        SealedRecord = keyring.Seal(wrappedKey.Span, SealId, JsonSerializer.SerializeToUtf8Bytes(record)),
    };

    private AccountRecord Open(AccountState stored) =>
        JsonSerializer.Deserialize<AccountRecord>(keyring.Open(stored.WrappedKey.Span, SealId, stored.SealedRecord.Span))
        ?? throw new SealBrokenException("A sealed account is not an account.");

    private Versioned<AccountRecord> ToVersioned(AccountRecord record) => new() { Value = record, ETag = _entity.ETag };
}
