using System.Collections.Concurrent;

namespace CmeOrleans.Storage.Journal;

/// <summary>A thread of its own for what sends statements: what is started on it, and what follows its awaits, runs there piece by piece.</summary>
/// <remarks>
/// On the pool the answer to a statement would wait behind all requests under way before it is taken up, and the database
/// would wait with it. What runs here may block on the database and on nothing else.
/// </remarks>
internal sealed class SenderThread : TaskScheduler, IDisposable
{
    // Bounded by who uses it: one loop, of which one piece at most is ready to run.
    private readonly BlockingCollection<Task> _work = [];
    private readonly Thread _thread;

    public SenderThread(string name)
    {
        _thread = new(Run) { IsBackground = true, Name = name };
        _thread.Start();
    }

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Runs what was taken in and ends. Not to be called on the thread itself.</summary>
    public void Dispose()
    {
        _work.CompleteAdding();
        _thread.Join();
        _work.Dispose();
    }

    protected override IEnumerable<Task> GetScheduledTasks() => [.. _work];

    protected override void QueueTask(Task task) => _work.Add(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        Thread.CurrentThread == _thread && !taskWasPreviouslyQueued && TryExecuteTask(task);

    private void Run()
    {
        foreach (var task in _work.GetConsumingEnumerable())
        {
            TryExecuteTask(task);
        }
    }
}
