using Orleans.Streams;
using Orleans.Streams.Core;

namespace CmeOrleans.Runtime.Tests;

/// <summary>Attaches to its streams when it is told of them.</summary>
[ImplicitStreamSubscription(Namespace)]
internal sealed class StreamGrain(Stage stage) : Grain, IStreamGrain, IStreamSubscriptionObserver, IAsyncObserver<int>
{
    public const string Namespace = "numbers";

    private int _failuresCount;

    public async Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) =>
        await handleFactory.Create<int>().ResumeAsync(this);

    public Task FailNextAsync(int count)
    {
        _failuresCount = count;
        return Task.CompletedTask;
    }

    public async Task OnNextAsync(int item, StreamSequenceToken? token = null)
    {
        await Task.Yield();
        if (_failuresCount > 0)
        {
            _failuresCount--;
            throw new FormatException("As asked.");
        }

        stage.Note($"{this.GetPrimaryKeyString()} takes {item}");
    }

    public Task OnErrorAsync(Exception ex)
    {
        stage.Note($"{this.GetPrimaryKeyString()} is told of {ex.GetType().Name}");
        return Task.CompletedTask;
    }
}
