using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace CmeOrleans.Runtime.Tests;

internal sealed class StateGrain(
    [PersistentState("numbers", ActorHost.StorageName)] IPersistentState<StateGrain.Numbers> state,
    [PersistentState("others", ActorHost.StorageName)] IPersistentState<StateGrain.Numbers> others,
    [FromKeyedServices(ActorHost.StorageName)] IGrainStorage storage) : Grain, IStateGrain
{
    private int _atActivation;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _atActivation = storage is null || others.RecordExists ? -1 : state.State.Number;
        return Task.CompletedTask;
    }

    public Task<int> GetAsync() => Task.FromResult(_atActivation);

    public Task<bool> ExistsAsync() => Task.FromResult(state.RecordExists);

    public Task SetAsync(int number)
    {
        state.State = new() { Number = number };
        return state.WriteStateAsync();
    }

    public Task ClearAsync() => state.ClearStateAsync();

    public Task DeactivateAsync()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    [GenerateSerializer, Immutable, Alias("tests.numbers")]
    internal sealed record Numbers
    {
        [Id(0)]
        public int Number { get; init; }
    }
}
