using CmeOrleans.Grains.Interfaces.Checkpoints;

namespace CmeOrleans.Grains.Checkpoints;

/// <inheritdoc cref="ITrialBalanceWatchGrain"/>
/// <remarks>Apart from the grain of checkpoints, which must not wait while the whole journal is read; nor does the reminder, whose time is shorter.</remarks>
public sealed class TrialBalanceWatchGrain(TrialBalanceAudit audit) : Grain, ITrialBalanceWatchGrain, IRemindable
{
    private const string Reminder = "trial-balance";

    // Soon after a start, so that a store that was restored is looked at; not at once, when the node has other things to do.
    private static readonly TimeSpan Due = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Period = TimeSpan.FromDays(1);

    public Task StartAsync() => this.RegisterOrUpdateReminder(Reminder, Due, Period);

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        _ = audit.LookAsync();
        return Task.CompletedTask;
    }
}
