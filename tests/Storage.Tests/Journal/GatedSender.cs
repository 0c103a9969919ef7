using System.Threading.Channels;
using CmeOrleans.Storage.Journal;

namespace CmeOrleans.Storage.Tests.Journal;

/// <summary>A sender whose batches wait until the test says what becomes of them.</summary>
internal sealed class GatedSender : IAppendSender
{
    private readonly Channel<Batch> _batches = Channel.CreateUnbounded<Batch>();

    public async Task SendAsync(IReadOnlyList<PendingAppend> batch)
    {
        var gated = new Batch([.. batch]);
        await _batches.Writer.WriteAsync(gated);
        await gated.Done.Task;
    }

    /// <summary>The next batch that was sent.</summary>
    public ValueTask<Batch> NextAsync() => _batches.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public bool HasSent => _batches.Reader.Count > 0;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal sealed record Batch(PendingAppend[] Appends)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Answers every append that it is stored.</summary>
        public void Store()
        {
            foreach (var append in Appends)
            {
                append.TrySetResult(new(Grains.Ports.AppendStatus.Stored, DateTimeOffset.UnixEpoch, null));
            }

            Done.SetResult();
        }
    }
}
