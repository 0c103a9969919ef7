using System.Runtime.CompilerServices;
using Orleans.Storage;

namespace Orleans.Runtime;

/// <inheritdoc cref="IPersistentState{TState}"/>
internal sealed class PersistentState<TState>(
    Activation activation, string stateName, IGrainStorage storage, RuntimeMetrics metrics, TimeProvider timeProvider)
    : IPersistentState<TState>, IActivationState
{
    private readonly GrainState<TState> _state = new(CreateEmpty());

    public TState State
    {
        get => _state.State!;
        set => _state.State = value;
    }

    public string? Etag => _state.ETag;

    public bool RecordExists => _state.RecordExists;

    public Task ReadStateAsync() => MeasureAsync(metrics.Storage.Read, storage.ReadStateAsync);

    public Task WriteStateAsync() => MeasureAsync(metrics.Storage.Write, storage.WriteStateAsync);

    public Task ClearStateAsync() => MeasureAsync(metrics.Storage.Clear, storage.ClearStateAsync);

    Task IActivationState.ReadStateAsync(CancellationToken cancellationToken) => ReadStateAsync();

    // A state class without a parameterless constructor starts as zeros, as in Orleans; its grain asks RecordExists first.
    private static TState CreateEmpty() =>
        typeof(TState).IsValueType || typeof(TState).GetConstructor(Type.EmptyTypes) is not null
            ? Activator.CreateInstance<TState>()
            : (TState)RuntimeHelpers.GetUninitializedObject(typeof(TState));

    private async Task MeasureAsync(
        StorageMetrics.StorageOperation operation, Func<string, GrainId, IGrainState<TState>, Task> act)
    {
        var started = timeProvider.GetTimestamp();
        try
        {
            await act(stateName, activation.GrainId, _state);
        }
        catch (Exception exception)
        {
            operation.OnError(stateName);
            if (exception is OrleansException)
            {
                throw;
            }

            throw new OrleansException($"Storage could not {operation.Name} state {stateName} of {activation.GrainId}.", exception);
        }

        operation.OnSuccess(timeProvider.GetElapsedTime(started), stateName);
    }
}
