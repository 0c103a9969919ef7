using CmeOrleans.Grains.Interfaces.Audit;
using CmeOrleans.Grains.Ports;
using Orleans.Concurrency;

namespace CmeOrleans.Grains.Audit;

/// <inheritdoc cref="IAuditTrailGrain"/>
[StatelessWorker]
public sealed class AuditTrailGrain(IAuditStore store) : Grain, IAuditTrailGrain
{
    public Task RecordAsync(AuditNote note) =>
        store.AppendAsync(new(note.Role, note.Subject, note.Credential, note.Act, note.Target, note.Outcome));

    public async Task<AuditPage> ListAsync(string? act, long? beforeNumber, int limit)
    {
        var kept = await store.ListAsync(act, beforeNumber ?? long.MaxValue, limit + 1, CancellationToken.None);
        return new()
        {
            Items = [.. kept.Take(limit).Select(ToView)],
            NextBeforeNumber = kept.Length > limit ? kept[limit - 1].Number : null,
        };
    }

    private static AuditEntryView ToView(KeptAuditEntry kept) => new()
    {
        Number = kept.Number,
        At = kept.At,
        Note = new()
        {
            Role = kept.Entry.Role,
            Subject = kept.Entry.Subject,
            Credential = kept.Entry.Credential,
            Act = kept.Entry.Act,
            Target = kept.Entry.Target,
            Outcome = kept.Entry.Outcome,
        },
    };
}
