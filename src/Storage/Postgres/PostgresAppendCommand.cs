using CmeOrleans.Domain;
using CmeOrleans.Storage.Journal;
using Npgsql;

namespace CmeOrleans.Storage.Postgres;

/// <summary>Stores a batch over one connection. Each form of the statement is prepared when it is needed first.</summary>
/// <remarks>
/// Where one node serves a ledger, conflicts are rare: who repeats a command is found out before. So the first statement does
/// not look out for them, which spares the server a look into two indexes for each row; where one turns up, that statement has
/// stored nothing and the second passes such rows over. Where nodes share ledgers conflicts come in crowds, and for a while
/// every statement passes them over at once.
/// </remarks>
internal sealed class PostgresAppendCommand(NpgsqlConnection connection) : IAsyncDisposable
{
    private const string JournalTable = "journal";
    private const int WaryStatements = 100;

    private readonly PostgresAppendLists _lists = new();
    private readonly Dictionary<(bool PassesConflictsOver, bool HasReports), NpgsqlCommand> _prepared = [];
    private int _waryStatementsLeft;

    /// <summary>Stores what it can of the batch.</summary>
    /// <param name="batch">At most one row per ledger, in ordinal order of the ledger.</param>
    /// <param name="stored">Takes the time of each row that was stored, and <see langword="null"/> for each that was not.</param>
    /// <returns>The database's clock.</returns>
    public async Task<DateTimeOffset> ExecuteAsync(IReadOnlyList<PendingAppend> batch, List<DateTimeOffset?> stored)
    {
        _lists.Fill(batch);
        if (_waryStatementsLeft == 0)
        {
            try
            {
                return Execute(await PrepareAsync(passesConflictsOver: false), batch, stored);
            }
            catch (PostgresException exception) when (exception is { SqlState: PostgresErrorCodes.UniqueViolation, TableName: JournalTable })
            {
                _waryStatementsLeft = WaryStatements;
            }
        }

        _waryStatementsLeft--;
        return Execute(await PrepareAsync(passesConflictsOver: true), batch, stored);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _prepared.Values)
        {
            await command.DisposeAsync();
        }
    }

    // Blocks, since the thread is the sender's: to be told of the answer by the pool would take longer than the answer.
    private static DateTimeOffset Execute(NpgsqlCommand command, IReadOnlyList<PendingAppend> batch, List<DateTimeOffset?> stored)
    {
        stored.Clear();
        var clock = default(DateTimeOffset);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            clock = PostgresStatement.GetInstant(reader, 2);
            if (reader.IsDBNull(0))
            {
                continue;
            }

            // The rows come back in the order in which they went in; those between were not stored.
            var ledgerId = reader.GetString(0);
            while (stored.Count < batch.Count && batch[stored.Count].Row.LedgerId != ledgerId)
            {
                stored.Add(null);
            }

            Invariant.Require(stored.Count < batch.Count, "A stored row is one of the batch.");
            stored.Add(PostgresStatement.GetInstant(reader, 1));
        }

        // The rows came before the commit. This waits for the end of the statement and throws when it does not come; closing the
        // reader would keep silent about it.
        reader.NextResult();
        while (stored.Count < batch.Count)
        {
            stored.Add(null);
        }

        return clock;
    }

    private async ValueTask<NpgsqlCommand> PrepareAsync(bool passesConflictsOver)
    {
        var hasReports = _lists.HasReports;
        if (!_prepared.TryGetValue((passesConflictsOver, hasReports), out var command))
        {
            command = PostgresStatement.Create(
                connection, PostgresAppendSql.Compose(passesConflictsOver, hasReports), _lists.ToParameters(hasReports));
            await command.PrepareAsync();
            _prepared.Add((passesConflictsOver, hasReports), command);
        }

        return command;
    }
}
