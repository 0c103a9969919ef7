using CmeOrleans.Storage.Journal;

namespace CmeOrleans.Storage.Tests.Journal;

/// <summary>The thread of a sender: what is started on it stays on it.</summary>
public sealed class SenderThreadTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_follows_an_await_runs_on_the_same_thread_and_not_on_the_pool()
    {
        using var thread = new SenderThread("test");

        var (before, after, isOfPool) = await await Task.Factory.StartNew(
            async () =>
            {
                var startedOn = Environment.CurrentManagedThreadId;
                await Task.Yield();
                return (startedOn, Environment.CurrentManagedThreadId, Thread.CurrentThread.IsThreadPoolThread);
            },
            Cancellation,
            TaskCreationOptions.None,
            thread);

        Assert.Equal(before, after);
        Assert.False(isOfPool);
    }

    [Fact]
    public void What_was_taken_in_has_run_when_it_has_ended()
    {
        var ran = 0;
        using (var thread = new SenderThread("test"))
        {
            for (var n = 0; n < 100; n++)
            {
                _ = Task.Factory.StartNew(() => ran++, Cancellation, TaskCreationOptions.None, thread);
            }
        }

        Assert.Equal(100, ran);
    }
}
