using CmeOrleans.Grains.Entities;
using CmeOrleans.Grains.Interfaces.Institutions;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Grains.Institutions;

/// <inheritdoc cref="IRosterEntryGrain"/>
public sealed class RosterEntryGrain : Grain, IRosterEntryGrain
{
    private readonly Entity<RosterEntryState> _entity;

    public RosterEntryGrain([PersistentState(EntityStates.RosterEntry)] IPersistentState<RosterEntryState> state, IEntityChanges changes) =>
        _entity = new(state, new(changes, EntityStates.RosterEntry, this.GetPrimaryKeyString()));

    private string InstitutionId => GrainKeys.Split(this.GetPrimaryKeyString()).Owner;

    public Task JoinAsync() => SetAsync(isOnRoster: true);

    public async Task<bool> LeaveAsync()
    {
        var wasOnRoster = await _entity.ReadAsync() is { IsOnRoster: true };
        if (wasOnRoster)
        {
            await SetAsync(isOnRoster: false);
        }

        return wasOnRoster;
    }

    public async Task<bool> IsOnRosterAsync() =>
        await _entity.ReadRecentAsync() is { IsOnRoster: true } || await _entity.ReadAsync() is { IsOnRoster: true };

    private async Task SetAsync(bool isOnRoster) => await _entity.WriteAsync(
        ifMatch: null,
        current => current?.IsOnRoster == isOnRoster ? current : new() { InstitutionId = InstitutionId, IsOnRoster = isOnRoster });
}
