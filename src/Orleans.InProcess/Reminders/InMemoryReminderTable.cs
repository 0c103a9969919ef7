using System.Globalization;

namespace Orleans.Runtime;

/// <summary>The reminder table of a host that registers none. Its reminders end with the process.</summary>
internal sealed class InMemoryReminderTable : IReminderTable
{
    private readonly Dictionary<(GrainId GrainId, string Name), ReminderEntry> _entries = [];
    private readonly Lock _lock = new();
    private long _version;

    public Task<ReminderTableData> ReadRows(GrainId grainId) => ReadWhere(entry => entry.GrainId == grainId);

    public Task<ReminderTableData> ReadRows(uint begin, uint end) => ReadWhere(entry =>
    {
        var hash = entry.GrainId.GetUniformHashCode();
        return begin < end ? hash > begin && hash <= end : hash > begin || hash <= end;
    });

    public Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName)
    {
        lock (_lock)
        {
            return Task.FromResult(_entries.TryGetValue((grainId, reminderName), out var entry) ? Copy(entry) : null);
        }
    }

    public Task<string?> UpsertRow(ReminderEntry entry)
    {
        lock (_lock)
        {
            var stored = Copy(entry);
            stored.ETag = (++_version).ToString(CultureInfo.InvariantCulture);
            _entries[(stored.GrainId, stored.ReminderName)] = stored;
            return Task.FromResult<string?>(stored.ETag);
        }
    }

    public Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag)
    {
        lock (_lock)
        {
            var matches = _entries.TryGetValue((grainId, reminderName), out var entry) && entry.ETag == eTag;
            return Task.FromResult(matches && _entries.Remove((grainId, reminderName)));
        }
    }

    public Task TestOnlyClearTable()
    {
        lock (_lock)
        {
            _entries.Clear();
            return Task.CompletedTask;
        }
    }

    private static ReminderEntry Copy(ReminderEntry entry) => new()
    {
        GrainId = entry.GrainId,
        ReminderName = entry.ReminderName,
        StartAt = entry.StartAt,
        Period = entry.Period,
        ETag = entry.ETag,
    };

    private Task<ReminderTableData> ReadWhere(Func<ReminderEntry, bool> condition)
    {
        lock (_lock)
        {
            return Task.FromResult(new ReminderTableData(_entries.Values.Where(condition).Select(Copy)));
        }
    }
}
