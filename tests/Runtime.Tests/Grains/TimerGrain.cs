namespace CmeOrleans.Runtime.Tests;

internal sealed class TimerGrain(Stage stage) : Grain, ITimerGrain
{
    private IGrainTimer? _timer;
    private string? _gate;
    private bool _fails;
    private int _ticksCount;

    public Task StartTimerAsync(TimeSpan dueTime, TimeSpan period, bool interleave, bool keepAlive)
    {
        _timer = this.RegisterGrainTimer(TickAsync, new() { DueTime = dueTime, Period = period, Interleave = interleave, KeepAlive = keepAlive });
        return Task.CompletedTask;
    }

    public Task StopTimerAsync()
    {
        _timer?.Dispose();
        return Task.CompletedTask;
    }

    public Task HoldNextTickAsync(string gate)
    {
        _gate = gate;
        return Task.CompletedTask;
    }

    public Task FailNextTickAsync()
    {
        _fails = true;
        return Task.CompletedTask;
    }

    public Task<int> GetTicksCountAsync() => Task.FromResult(_ticksCount);

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        stage.Note("timer grain deactivates");
        return Task.CompletedTask;
    }

    private async Task TickAsync()
    {
        stage.Note($"tick {++_ticksCount}");
        if (_gate is { } gate)
        {
            _gate = null;
            await stage.WaitAsync(gate);
        }

        if (_fails)
        {
            _fails = false;
            throw new FormatException("As asked.");
        }
    }
}
