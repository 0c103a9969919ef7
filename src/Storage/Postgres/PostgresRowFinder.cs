using CmeOrleans.Domain.Ledger;
using CmeOrleans.Storage.Journal;
using Npgsql;

namespace CmeOrleans.Storage.Postgres;

/// <summary>Finds out what stands where rows could not be stored, or what became of rows whose answer was lost.</summary>
internal static class PostgresRowFinder
{
    private const string Sql = $"""
        select {PostgresLedgerRows.Columns}, asked.n, j.command_key = asked.command_key
        from unnest($1::text[], $2::bigint[], $3::text[]) with ordinality as asked (ledger_id, seq, command_key, n)
        join journal as j on j.ledger_id = asked.ledger_id and (j.command_key = asked.command_key or j.seq in (asked.seq, asked.seq - 1))
        """;

    private const int AskedOrdinal = 9;

    /// <summary>Answers the appends whose fate is in the journal; those it leaves have neither their key nor their seq there.</summary>
    public static async Task AnswerAsync(NpgsqlConnection connection, List<PendingAppend> asked)
    {
        var withKey = new LedgerRow?[asked.Count];
        var isSeqTaken = new bool[asked.Count];
        var isChained = asked.ConvertAll(static pending => pending.Row.Seq == 1);
        await using (var command = PostgresStatement.Create(
            connection,
            Sql,
            PostgresStatement.Of(asked.ConvertAll(static pending => pending.Row.LedgerId)),
            PostgresStatement.Of(asked.ConvertAll(static pending => pending.Row.Seq)),
            PostgresStatement.Of(asked.ConvertAll(static pending => pending.Row.CommandKey))))
        {
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var index = (int)reader.GetInt64(AskedOrdinal) - 1;
                var row = PostgresLedgerRows.Read(reader);
                withKey[index] ??= reader.GetBoolean(AskedOrdinal + 1) ? row : null;
                isSeqTaken[index] |= row.Seq == asked[index].Row.Seq;
                isChained[index] |= row.Seq == asked[index].Row.Seq - 1 && row.Hash.Span.SequenceEqual(asked[index].Row.PreviousHash.Span);
            }
        }

        for (var index = asked.Count - 1; index >= 0; index--)
        {
            if (RowClassifier.Classify(asked[index], withKey[index], isSeqTaken[index], isChained[index]) is { } outcome)
            {
                asked[index].TrySetResult(outcome);
                asked.RemoveAt(index);
            }
        }
    }
}
