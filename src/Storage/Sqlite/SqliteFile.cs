using CmeOrleans.Domain;
using Microsoft.Data.Sqlite;

namespace CmeOrleans.Storage.Sqlite;

/// <summary>
/// The database file, owned by this process alone: a lock on a file beside it is held until <see cref="Dispose"/>. The
/// grains' memory is the newest state because nobody else writes; a second process would break that.
/// </summary>
internal sealed class SqliteFile : IDisposable
{
    private readonly FileStream _lock;
    private readonly string _connectionString;

    private SqliteFile(FileStream fileLock, string connectionString)
    {
        _lock = fileLock;
        _connectionString = connectionString;
    }

    /// <exception cref="StorageStartException">The connection string is none, the folder cannot be made, or another process has the file.</exception>
    public static SqliteFile Lock(string connectionString)
    {
        var builder = Parse(connectionString);
        var path = Path.GetFullPath(builder.DataSource);
        try
        {
            path = FinalPath(path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StorageStartException($"The folder of {path}, which ConnectionStrings:Ledger names, cannot be made, or the link leads nowhere.", exception);
        }

        builder.DataSource = path;
        builder.Pooling = false;
        return new(OpenLock(path), builder.ToString());
    }

    public static SqliteConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            var builder = new SqliteConnectionStringBuilder(connectionString);
            if (builder.DataSource is "" or ":memory:" || builder.Mode is SqliteOpenMode.Memory)
            {
                throw new StorageStartException("ConnectionStrings:Ledger must name a file (Data Source=…): ledgers are not kept in memory.");
            }

            return builder;
        }
        catch (ArgumentException exception)
        {
            throw new StorageStartException("ConnectionStrings:Ledger is not a connection string of SQLite (Data Source=…).", exception);
        }
    }

    /// <summary>Opens a connection that writes: every commit is on the disk when it returns.</summary>
    public SqliteConnection OpenWriter() => Open(
        "pragma journal_mode = wal; pragma synchronous = full; pragma temp_store = memory; pragma trusted_schema = off;");

    /// <summary>Opens a connection that only reads; each of its statements sees one committed state.</summary>
    public SqliteConnection OpenReader() => Open("pragma query_only = on; pragma temp_store = memory; pragma trusted_schema = off;");

    public void Dispose() => _lock.Dispose();

    // A link is the file that it leads to: two processes that come by different names must meet at one lock.
    private static string FinalPath(string path) =>
        new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;

    private static FileStream OpenLock(string path)
    {
        try
        {
            // The lock file stays when the lock goes: to delete it would let two processes lock two files of one name.
            return new(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StorageStartException(
                $"The database {path}, which ConnectionStrings:Ledger names, is in use by another process or cannot be locked. "
                + "One SQLite file serves one process; several nodes need Storage:Provider=Postgres.",
                exception);
        }
    }

    private SqliteConnection Open(string pragmas)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            SqliteStatement.Execute(connection, pragmas);
            Invariant.Require(connection.State == System.Data.ConnectionState.Open, "The database file is open.");
            return connection;
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw new StorageStartException("The database file that ConnectionStrings:Ledger names cannot be opened.", exception);
        }
    }
}
