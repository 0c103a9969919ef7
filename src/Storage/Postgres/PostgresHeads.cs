using CmeOrleans.Domain;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Storage.Postgres;

/// <summary>Answers which seq is a ledger's newest. Questions that come while a query is under way share the next one.</summary>
internal sealed class PostgresHeads(PostgresDatabase database, int questionsMax)
{
    private const string Sql = """
        select coalesce((select max(j.seq) from journal as j where j.ledger_id = asked.ledger_id), 0)
        from unnest($1::text[]) with ordinality as asked (ledger_id, n)
        order by n
        """;

    private const int QueriesMax = 2;
    private const int LedgersPerQueryMax = 500;

    private readonly Lock _gate = new();
    private readonly Queue<Question> _waiting = new();
    private int _queriesCount;

    /// <exception cref="StorageUnavailableException">The server did not answer in time, or too many questions wait.</exception>
    public Task<long> ReadAsync(string ledgerId)
    {
        var question = new Question(ledgerId);
        lock (_gate)
        {
            if (_waiting.Count >= questionsMax)
            {
                return Task.FromException<long>(new StorageUnavailableException("Too many reads wait for PostgreSQL."));
            }

            _waiting.Enqueue(question);
            if (_queriesCount == QueriesMax)
            {
                return question.Task;
            }

            _queriesCount++;
        }

        // Not on the caller's scheduler: that would be the turn of one activation, and this serves all of them.
        _ = Task.Run(AskAllAsync);
        return question.Task;
    }

    private async Task AskAllAsync()
    {
        List<Question> asked = [];
        while (true)
        {
            asked.Clear();
            lock (_gate)
            {
                while (asked.Count < LedgersPerQueryMax && _waiting.TryDequeue(out var question))
                {
                    asked.Add(question);
                }

                if (asked.Count == 0)
                {
                    _queriesCount--;
                    return;
                }
            }

            await AskAsync(asked);
        }
    }

    private async Task AskAsync(List<Question> asked)
    {
        try
        {
            var ledgerIds = asked.ConvertAll(static question => question.LedgerId);
            var heads = await database.ReadAsync(
                (connection, cancellationToken) => PostgresStatement.ReadAsync(
                    PostgresStatement.Create(connection, Sql, PostgresStatement.Of(ledgerIds)),
                    static reader => reader.GetInt64(0),
                    cancellationToken),
                CancellationToken.None);
            Invariant.Require(heads.Count == asked.Count, "Every question has one answer.");
            for (var index = 0; index < heads.Count; index++)
            {
                asked[index].TrySetResult(heads[index]);
            }
        }
#pragma warning disable CA1031 // Handed to those who asked; an answer that never comes would hold their grains for ever.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            foreach (var question in asked)
            {
                question.TrySetException(exception);
            }
        }
    }

    private sealed class Question(string ledgerId) : TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public string LedgerId { get; } = ledgerId;
    }
}
