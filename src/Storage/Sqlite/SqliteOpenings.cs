using CmeOrleans.Grains.Ports;
using CmeOrleans.Storage.Journal;
using Microsoft.Data.Sqlite;

namespace CmeOrleans.Storage.Sqlite;

/// <summary>Reads what a ledger wakes up from, of one committed state of the database.</summary>
internal static class SqliteOpenings
{
    private const string SnapshotSql = """
        select s.seq, s.hash, s.state, j.hash is s.hash
        from snapshot as s
        left join journal as j on j.ledger_id = s.ledger_id and j.seq = s.seq
        where s.ledger_id = $1 and s.fold_version = $2
        """;

    private const string LeafSql = """
        select l.seq, l.hash, j.hash is l.hash
        from checkpoint_leaf as l
        left join journal as j on j.ledger_id = l.ledger_id and j.seq = l.seq
        where l.ledger_id = $1
        order by l.number desc
        limit 1
        """;

    public static LedgerOpening Read(SqliteConnection connection, string ledgerId, int foldVersion)
    {
        var (snapshot, doesFit) = SqliteStatement.Read(
            connection,
            SnapshotSql,
            reader => (
                Snapshot: (LedgerSnapshot?)new LedgerSnapshot(
                    ledgerId, reader.GetInt64(0), foldVersion, SqliteStatement.GetBytes(reader, 1), SqliteStatement.GetBytes(reader, 2)),
                DoesFit: reader.GetBoolean(3)),
            ledgerId,
            foldVersion).FirstOrDefault();
        var (leaf, isInJournal) = SqliteStatement.Read(
            connection,
            LeafSql,
            reader => (
                Leaf: (LedgerHead?)new LedgerHead(ledgerId, reader.GetInt64(0), SqliteStatement.GetBytes(reader, 1)),
                IsInJournal: reader.GetBoolean(2)),
            ledgerId).FirstOrDefault();
        var rows = SqliteStatement.Read(
            connection,
            SqliteLedgerRows.PageSql,
            SqliteLedgerRows.Read,
            ledgerId,
            snapshot is not null && doesFit ? snapshot.Seq : 0,
            JournalPages.PageRowsMax);
        return new()
        {
            Snapshot = snapshot,
            DoesSnapshotFit = doesFit,
            NewestLeaf = leaf,
            IsLeafInJournal = isInJournal,
            Rows = [.. rows],
            HasMore = rows.Count == JournalPages.PageRowsMax,
        };
    }
}
