using System.Collections.Immutable;
using System.Globalization;
using CmeOrleans.Domain;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Storage.Journal;

namespace CmeOrleans.Storage.Sqlite;

/// <inheritdoc cref="ILedgerJournal"/>
internal sealed class SqliteJournal(GroupCommit groupCommit, SqliteReaders readers) : ILedgerJournal
{
    private const string ReadRowsSql = $"""
        select {SqliteLedgerRows.Columns}
        from journal
        where ledger_id = $1 and seq in (select value from json_each($2))
        order by seq
        """;

    private const string ReadHeadSql = "select coalesce(max(seq), 0) from journal where ledger_id = $1";

    private volatile bool _hasLeftInDoubt;

    public async Task<AppendOutcome> AppendAsync(LedgerAppend append)
    {
        try
        {
            return await groupCommit.AppendAsync(append);
        }
        catch (StorageUnavailableException)
        {
            _hasLeftInDoubt = true;
            throw;
        }
    }

    public Task<LedgerOpening> ReadOpeningAsync(string ledgerId, int foldVersion, CancellationToken cancellationToken) =>
        readers.RunAsync(connection => SqliteOpenings.Read(connection, ledgerId, foldVersion), cancellationToken);

    public IAsyncEnumerable<LedgerRow> ReadAsync(string ledgerId, long afterSeq, CancellationToken cancellationToken) =>
        JournalPages.ReadAsync(this, ledgerId, afterSeq, cancellationToken);

    public Task<ImmutableArray<LedgerRow>> ReadPageAsync(string ledgerId, long afterSeq, int rowsMax, CancellationToken cancellationToken) =>
        readers.RunAsync(
            connection => SqliteStatement.Read(connection, SqliteLedgerRows.PageSql, SqliteLedgerRows.Read, ledgerId, afterSeq, rowsMax).ToImmutableArray(),
            cancellationToken);

    public Task<ImmutableArray<LedgerRow>> ReadRowsAsync(string ledgerId, ImmutableArray<long> seqs, CancellationToken cancellationToken)
    {
        Invariant.Require(seqs.Length <= JournalPages.NamedRowsMax, $"At most {JournalPages.NamedRowsMax} rows are named.");
        var seqsJson = string.Create(CultureInfo.InvariantCulture, $"[{string.Join(',', seqs)}]");
        return readers.RunAsync(
            connection => SqliteStatement.Read(connection, ReadRowsSql, SqliteLedgerRows.Read, ledgerId, seqsJson).ToImmutableArray(),
            cancellationToken);
    }

    // Nobody else writes; but what this process gave up waiting for may have been stored after its ledger was read again.
    public ValueTask<long> ReadHeadAsync(string ledgerId, long knownSeq) => _hasLeftInDoubt
        ? new(readers.RunAsync(
            connection => SqliteStatement.Read(connection, ReadHeadSql, static reader => reader.GetInt64(0), ledgerId)[0], CancellationToken.None))
        : new(knownSeq);
}
