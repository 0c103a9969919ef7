using System.Collections.Immutable;
using CmeOrleans.Domain;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Storage.Journal;

namespace CmeOrleans.Storage.Postgres;

/// <inheritdoc cref="ILedgerJournal"/>
internal sealed class PostgresJournal(GroupCommit groupCommit, PostgresDatabase database, PostgresHeads heads) : ILedgerJournal
{
    private const string ReadSql = $"""
        select {PostgresLedgerRows.Columns}
        from journal as j
        where j.ledger_id = $1 and j.seq > $2
        order by j.seq
        limit $3
        """;

    private const string ReadRowsSql = $"""
        select {PostgresLedgerRows.Columns}
        from journal as j
        where j.ledger_id = $1 and j.seq = any($2)
        order by j.seq
        """;

    public Task<AppendOutcome> AppendAsync(LedgerAppend append) => groupCommit.AppendAsync(append);

    public Task<LedgerOpening> ReadOpeningAsync(string ledgerId, int foldVersion, CancellationToken cancellationToken) => database.ReadAsync(
        (connection, cancellation) => PostgresOpenings.ReadAsync(connection, ledgerId, foldVersion, cancellation), cancellationToken);

    public IAsyncEnumerable<LedgerRow> ReadAsync(string ledgerId, long afterSeq, CancellationToken cancellationToken) =>
        JournalPages.ReadAsync(this, ledgerId, afterSeq, cancellationToken);

    public async Task<ImmutableArray<LedgerRow>> ReadPageAsync(
        string ledgerId, long afterSeq, int rowsMax, CancellationToken cancellationToken) =>
        [
            .. await database.ReadAsync(
                (connection, cancellation) => PostgresStatement.ReadAsync(
                    PostgresStatement.Create(
                        connection, ReadSql, PostgresStatement.Of(ledgerId), PostgresStatement.Of(afterSeq), PostgresStatement.Of((long)rowsMax)),
                    PostgresLedgerRows.Read,
                    cancellation),
                cancellationToken),
        ];

    public async Task<ImmutableArray<LedgerRow>> ReadRowsAsync(
        string ledgerId, ImmutableArray<long> seqs, CancellationToken cancellationToken)
    {
        Invariant.Require(seqs.Length <= JournalPages.NamedRowsMax, $"At most {JournalPages.NamedRowsMax} rows are named.");
        return
        [
            .. await database.ReadAsync(
                (connection, cancellation) => PostgresStatement.ReadAsync(
                    PostgresStatement.Create(connection, ReadRowsSql, PostgresStatement.Of(ledgerId), PostgresStatement.Of(seqs.ToArray())),
                    PostgresLedgerRows.Read,
                    cancellation),
                cancellationToken),
        ];
    }

    public ValueTask<long> ReadHeadAsync(string ledgerId, long knownSeq) => new(heads.ReadAsync(ledgerId));
}
