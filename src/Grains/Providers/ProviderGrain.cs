using CmeOrleans.Grains.Entities;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Providers;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Grains.Providers;

/// <inheritdoc cref="IProviderGrain"/>
public sealed class ProviderGrain : Grain, IProviderGrain
{
    private readonly Entity<ProviderState> _entity;

    public ProviderGrain([PersistentState(EntityStates.Provider)] IPersistentState<ProviderState> state, IEntityChanges changes) =>
        _entity = new(state, new(changes, EntityStates.Provider, this.GetPrimaryKeyString()));

    public async Task<Answer<Versioned<ProviderRecord>>> PutAsync(ProviderRecord record, string? ifMatch)
    {
        var checks = ProviderRules.Check(record);
        if (checks.AreBroken)
        {
            return Answers.Invalid<Versioned<ProviderRecord>>(checks.ToLines());
        }

        var isNew = false;
        var outcome = await _entity.WriteAsync(ifMatch, current =>
        {
            isNew = current is null;
            return new() { Record = record };
        });
        return outcome is Outcome.Done ? Answers.Done(ToVersioned(record, isNew)) : Answers.VersionConflict<Versioned<ProviderRecord>>();
    }

    public async Task<Versioned<ProviderRecord>?> GetAsync() =>
        await _entity.ReadAsync() is { Record: { } record } ? ToVersioned(record, isNew: false) : null;

    public async Task<ProviderRecord?> GetCurrentAsync() => (await _entity.ReadRecentAsync())?.Record;

    private Versioned<ProviderRecord> ToVersioned(ProviderRecord record, bool isNew) =>
        new() { Value = record, ETag = _entity.ETag, IsNew = isNew };
}
