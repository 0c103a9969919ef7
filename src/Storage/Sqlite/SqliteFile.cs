using CmeOrleans.Domain;
using Microsoft.Data.Sqlite;

namespace CmeOrleans.Storage.Sqlite;

/// <summary>
/// The database file, owned by this process alone: a lock on a file beside it is held until <see cref="Dispose"/>. The
/// grains' memory is the newest state because nobody else writes; a second process would break that.
/// </summary>
internal sealed class SqliteFile : IDisposable
{
    // As many as Linux follows.
    private const int LinksMax = 40;

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
        string path;
        try
        {
            path = Resolve(Path.Combine(Environment.CurrentDirectory, builder.DataSource));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StorageStartException(
                $"The folder of {builder.DataSource}, which ConnectionStrings:Ledger names, cannot be made, or links lead in a circle.", exception);
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

    // A link is the file that it leads to: two processes that come by different names must meet at one lock. Step by step, since ".."
    // behind a link leads up from where the link leads to.
    private static string Resolve(string path)
    {
        var linksCount = 0;
        return Resolve(path, ref linksCount);
    }

    private static string Resolve(string path, ref int linksCount)
    {
        var resolved = Path.GetPathRoot(path)!;
        foreach (var part in path[resolved.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = part switch
            {
                "." => resolved,
                ".." => Path.GetDirectoryName(resolved) ?? resolved,
                _ => Path.Combine(resolved, part),
            };
            if (new FileInfo(next).LinkTarget is { } target)
            {
                if (++linksCount > LinksMax)
                {
                    throw new IOException($"{path} leads over more than {LinksMax} links.");
                }

                next = Resolve(Path.Combine(resolved, target), ref linksCount);
            }

            resolved = next;
        }

        return resolved;
    }

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
                $"The database {path}, to which ConnectionStrings:Ledger leads, is in use by another process or cannot be locked. "
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
