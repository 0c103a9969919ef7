using System.Collections.Immutable;
using CmeOrleans.Domain;
using CmeOrleans.Grains.Entities;
using CmeOrleans.Grains.Interfaces.Accounts;

namespace CmeOrleans.Grains.Accounts;

/// <inheritdoc cref="IKeyRingGrain"/>
public sealed class KeyRingGrain(
    [PersistentState(EntityStates.KeyRing)] IPersistentState<KeyRingState> state) : Grain, IKeyRingGrain
{
    // A key lives for 90 days, so this is for a century.
    private const int ElementsMax = 500;
    private const int ElementLengthMax = 16 * 1024;

    private readonly Entity<KeyRingState> _entity = new(state, StateWatch.None);

    public async Task<ImmutableArray<string>> ListAsync() => (await _entity.ReadAsync())?.Elements ?? [];

    public async Task AddAsync(string element)
    {
        Invariant.Require(element.Length <= ElementLengthMax, "An element of the key ring is small.");
        await _entity.WriteAsync(ifMatch: null, current =>
        {
            var elements = current?.Elements ?? [];
            Invariant.Require(elements.Length < ElementsMax, "The key ring has a place left.");
            return current is not null && elements.Contains(element) ? current : new() { Elements = elements.Add(element) };
        });
    }
}
