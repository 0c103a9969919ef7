using Orleans.Streams;

namespace CmeOrleans.Runtime.Tests;

/// <summary>Attaches to its stream when it is activated, and publishes to it.</summary>
[ImplicitStreamSubscription(Namespace)]
internal sealed class AttachingStreamGrain(Stage stage) : Grain, IAttachingStreamGrain
{
    public const string Namespace = "attached";

    private IAsyncStream<int> Stream =>
        this.GetStreamProvider(ActorHost.StreamsName).GetStream<int>(StreamId.Create(Namespace, this.GetPrimaryKeyString()));

    public override async Task OnActivateAsync(CancellationToken cancellationToken) => await Stream.SubscribeAsync((item, _) =>
    {
        stage.Note($"attached {this.GetPrimaryKeyString()} takes {item}");
        return Task.CompletedTask;
    });

    public Task PublishAsync(int item) => Stream.OnNextAsync(item);
}
