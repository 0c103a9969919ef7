using CmeOrleans.Grains.Entities;
using CmeOrleans.Grains.Interfaces.Accounts;

namespace CmeOrleans.Grains.Accounts;

/// <inheritdoc cref="IAccountNameGrain"/>
public sealed class AccountNameGrain(
    [PersistentState(EntityStates.AccountName)] IPersistentState<AccountNameState> state) : Grain, IAccountNameGrain
{
    private readonly Entity<AccountNameState> _entity = new(state, StateWatch.None);

    public async Task<string> TakeAsync(string accountId)
    {
        await _entity.WriteAsync(ifMatch: null, current => current ?? new() { AccountId = accountId });
        return _entity.Value!.AccountId!;
    }

    public async Task<string?> FindAsync() => (await _entity.ReadAsync())?.AccountId;
}
