namespace Orleans.Runtime;

/// <summary>Runs the turns of one activation, one at a time and in the order in which they came.</summary>
/// <remarks>
/// An idle scheduler queues itself to the thread pool, to the local queue of the thread that sends the call. Thus the call
/// usually runs on the very thread of its caller, as soon as the turn or request that sent it awaits. It never runs on the
/// caller's stack: there it could hold up a fan-out, run under the caller's locks, or nest without bound.
/// </remarks>
internal sealed class ActivationScheduler(IGrainContext context) : TaskScheduler, IThreadPoolWorkItem
{
    // A busy activation lets others have the thread now and then.
    private const int TurnsInRowMax = 64;

    private readonly Lock _lock = new();
    private readonly Queue<object> _turns = new();
    private bool _isScheduled;

    public override int MaximumConcurrencyLevel => 1;

    public void Queue(ITurn turn) => Add(turn);

    void IThreadPoolWorkItem.Execute()
    {
        RuntimeContext.Current = context;
        RunTurns();
        RuntimeContext.Current = null;
    }

    protected override void QueueTask(Task task) => Add(task);

    // A task that becomes ready inside a turn of this activation may run within that turn, as Orleans does it.
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && ReferenceEquals(RuntimeContext.Current, context) && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_lock)
        {
            return [.. _turns.OfType<Task>()];
        }
    }

    private void Add(object turn)
    {
        lock (_lock)
        {
            _turns.Enqueue(turn);
            if (_isScheduled)
            {
                return;
            }

            _isScheduled = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
    }

    // Inside a task of this scheduler, which makes it TaskScheduler.Current, where every await returns to.
    private void Run(ITurn turn)
    {
        var task = new Task(static turn => ((ITurn)turn!).Run(), turn, TaskCreationOptions.DenyChildAttach);
        task.RunSynchronously(this);
        task.GetAwaiter().GetResult();
    }

    private void RunTurns()
    {
        for (var count = 0; count < TurnsInRowMax; count++)
        {
            object? turn;
            lock (_lock)
            {
                if (!_turns.TryDequeue(out turn))
                {
                    _isScheduled = false;
                    return;
                }
            }

            if (turn is Task task)
            {
                TryExecuteTask(task);
            }
            else
            {
                Run((ITurn)turn);
            }
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }
}
