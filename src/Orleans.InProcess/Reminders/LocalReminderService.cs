using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Hosting;
using Orleans.Timers;

namespace Orleans.Runtime;

/// <summary>Keeps reminders in the table and lets them tick in this process.</summary>
/// <remarks>
/// There is no membership, so processes that share a table do not share the work: a reminder ticks in each of them. What
/// a reminder does must be safe to repeat, as Orleans demands as well.
/// </remarks>
internal sealed partial class LocalReminderService : IReminderRegistry, IDisposable
{
    private static readonly TimeSpan RetryPeriod = TimeSpan.FromSeconds(5);

    private readonly Dictionary<(GrainId GrainId, string Name), LocalReminder> _reminders = [];
    private readonly Lock _lock = new();
    private readonly IReminderTable _table;
    private readonly IGrainFactory _grains;
    private readonly RuntimeMetrics _metrics;
    private readonly TimeProvider _timeProvider;
    private readonly InProcessActorOptions _options;
    private readonly ILogger<LocalReminderService> _logger;
    private ITimer? _refresh;
    private bool _isStarted;
    private bool _isStopped;

    public LocalReminderService(
        IReminderTable table,
        IGrainFactory grains,
        RuntimeMetrics metrics,
        TimeProvider timeProvider,
        IOptions<InProcessActorOptions> options,
        ILogger<LocalReminderService> logger)
    {
        _table = table;
        _grains = grains;
        _metrics = metrics;
        _timeProvider = timeProvider;
        _options = options.Value;
        _logger = logger;
        metrics.ObserveReminders(() => _reminders.Count);
    }

    /// <summary>Reads the table. Where that does not succeed now, be it that its store is down, it is tried again until it does: a process must start without it.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _refresh = _timeProvider.CreateTimer(_ => _ = RefreshOrLogAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await RefreshOrLogAsync();
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        await _table.StopAsync(cancellationToken);
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isStopped = true;
            _refresh?.Dispose();
            foreach (var reminder in _reminders.Values)
            {
                reminder.Dispose();
            }

            _reminders.Clear();
        }
    }

    public async Task<IGrainReminder> RegisterOrUpdateReminder(
        GrainId callingGrainId, string reminderName, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, TimeSpan.Zero);
        if (period < _options.MinimumReminderPeriod)
        {
            throw new ArgumentException($"A reminder takes a period of at least {_options.MinimumReminderPeriod}.", nameof(period));
        }

        var entry = new ReminderEntry
        {
            GrainId = callingGrainId,
            ReminderName = reminderName,
            StartAt = _timeProvider.GetUtcNow().UtcDateTime + dueTime,
            Period = period,
        };
        entry.ETag = await _table.UpsertRow(entry)
            ?? throw new ReminderException($"Reminder {reminderName} of {callingGrainId} could not be written.");
        Schedule(entry);
        return new ReminderHandle(reminderName, entry.ETag);
    }

    public async Task UnregisterReminder(GrainId callingGrainId, IGrainReminder reminder)
    {
        var handle = reminder as ReminderHandle
            ?? throw new ArgumentException("The reminder does not come from this registry.", nameof(reminder));
        if (!await _table.RemoveRow(callingGrainId, handle.ReminderName, handle.ETag))
        {
            throw new ReminderException($"Reminder {handle.ReminderName} of {callingGrainId} was changed or removed by somebody else.");
        }

        Forget((callingGrainId, handle.ReminderName), handle.ETag);
    }

    public async Task<IGrainReminder?> GetReminder(GrainId callingGrainId, string reminderName) =>
        await _table.ReadRow(callingGrainId, reminderName) is { } entry ? HandleOf(entry) : null;

    public async Task<List<IGrainReminder>> GetReminders(GrainId callingGrainId) =>
        [.. (await _table.ReadRows(callingGrainId)).Reminders.Select(HandleOf)];

    private static IGrainReminder HandleOf(ReminderEntry entry) => new ReminderHandle(entry.ReminderName, entry.ETag!);

    private async Task RefreshOrLogAsync()
    {
        var next = _options.RefreshReminderListPeriod;
        try
        {
            if (!_isStarted)
            {
                await _table.StartAsync(CancellationToken.None);
                _isStarted = true;
            }

            await RefreshAsync();
        }
        catch (Exception exception)
        {
            // The known reminders tick on, and the next refresh is the retry.
            LogRefreshFailed(_logger, exception);
            next = RetryPeriod < next ? RetryPeriod : next;
        }

        lock (_lock)
        {
            if (!_isStopped)
            {
                _refresh!.Change(next, Timeout.InfiniteTimeSpan);
            }
        }
    }

    // Others may have changed the table: another process, or an operator.
    private async Task RefreshAsync()
    {
        Dictionary<(GrainId, string), string?> before;
        lock (_lock)
        {
            before = _reminders.ToDictionary(entry => entry.Key, entry => entry.Value.ETag);
        }

        var rows = (await _table.ReadRows(0, 0)).Reminders;
        foreach (var row in rows)
        {
            Schedule(row);
        }

        // Only what was known before the read can be missing from it; the rest may be newer.
        var found = rows.Select(row => (row.GrainId, row.ReminderName)).ToHashSet();
        foreach (var (key, eTag) in before)
        {
            if (!found.Contains(key))
            {
                Forget(key, eTag);
            }
        }
    }

    private void Schedule(ReminderEntry entry)
    {
        var key = (entry.GrainId, entry.ReminderName);
        lock (_lock)
        {
            var known = _reminders.GetValueOrDefault(key);
            if (_isStopped || (known is not null && known.ETag == entry.ETag))
            {
                return;
            }

            known?.Dispose();
            _reminders[key] = new LocalReminder(entry, _grains, _metrics, _timeProvider, _logger);
        }
    }

    private void Forget((GrainId GrainId, string Name) key, string? eTag)
    {
        lock (_lock)
        {
            if (_reminders.TryGetValue(key, out var reminder) && reminder.ETag == eTag)
            {
                _reminders.Remove(key);
                reminder.Dispose();
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The reminder table could not be read; reminders that are known tick on.")]
    private static partial void LogRefreshFailed(ILogger logger, Exception exception);
}
