using CmeOrleans.Grains.Ports;
using CmeOrleans.Storage.Entities;
using Npgsql;

namespace CmeOrleans.Storage.Postgres;

/// <summary>Asks again and again which states were written since it last asked, by whatever node.</summary>
/// <remarks>
/// It asks by transaction, not by time: a transaction that was under way when it asked last is looked at again, so none
/// is passed over, however late it commits.
/// </remarks>
internal sealed class PostgresEntityWatch(PostgresDatabase database, EntityChanges changes, TimeProvider time)
{
    private const int ChangesMax = 2_000;

    private const string Sql = """
        with settled as (select txid_snapshot_xmin(txid_current_snapshot()) + ahead as below from txid_origin)
        select settled.below, written.txid, written.state_name, written.key
        from settled
        left join (select txid, state_name, key from entity where txid >= $1 order by txid desc limit $2) as written on true
        """;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    // Transactions at or above the watermark that were noted already.
    private readonly HashSet<long> _noted = [];
    private long _watermark = long.MaxValue;

    /// <summary>Runs until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stopping);
                await Task.Delay(Pause, time, stopping);
            }
            catch (StorageUnavailableException)
            {
                // Meanwhile nothing remembered counts, and who reads the store learns that it does not answer.
                await Task.Delay(Pause, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var askedAt = changes.Now;
        var rows = await database.ReadAsync(
            (connection, cancellation) => PostgresStatement.ReadAsync(
                PostgresStatement.Create(connection, Sql, PostgresStatement.Of(_watermark), PostgresStatement.Of((long)ChangesMax)), Read, cancellation),
            cancellationToken);
        if (_watermark == long.MaxValue || rows.Count == ChangesMax)
        {
            changes.NoteAll();
        }

        _watermark = rows[0].Below;
        _noted.RemoveWhere(txid => txid < _watermark);
        foreach (var write in rows)
        {
            if (write.Key is not null && (write.Txid < _watermark || !_noted.Contains(write.Txid)))
            {
                changes.Note(write.StateName!, write.Key);
            }
        }

        _noted.UnionWith(rows.Where(write => write.Txid >= _watermark).Select(write => write.Txid));
        changes.KnowUntil(askedAt);
    }

    private static Write Read(NpgsqlDataReader reader) => reader.IsDBNull(1)
        ? new(reader.GetInt64(0), 0, null, null)
        : new(reader.GetInt64(0), reader.GetInt64(1), reader.GetString(2), reader.GetString(3));

    private readonly record struct Write(long Below, long Txid, string? StateName, string? Key);
}
