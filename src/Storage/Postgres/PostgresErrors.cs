using System.Net.Sockets;
using Npgsql;

namespace CmeOrleans.Storage.Postgres;

/// <summary>What an error of PostgreSQL says about the statement that met it.</summary>
internal static class PostgresErrors
{
    private const int ClassLength = 2;

    /// <summary>The row itself cannot be stored: data exception, integrity violation, program limit.</summary>
    public static bool IsOfRow(PostgresException exception) => ClassOf(exception) is "22" or "23" or "54";

    /// <summary>The server is going, has no means left, or let the statement lose against others: the same statement may succeed later.</summary>
    public static bool IsPassing(PostgresException exception) =>
        ClassOf(exception) is "08" or "40" or "53" or "57" or "58"
        || exception.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.ReadOnlySqlTransaction;

    /// <summary>The server answered and the answer means that nothing of the statement is stored.</summary>
    /// <remarks>
    /// A server that is shutting down or loses its connection may have stored the rows before it said so; every other
    /// error is the end of a statement that was rolled back.
    /// </remarks>
    public static bool IsDefinite(PostgresException exception) =>
        ClassOf(exception) is not ("08" or "57" or "58") || exception.SqlState == PostgresErrorCodes.QueryCanceled;

    /// <summary>There is no telling what became of what was sent: the connection is gone, or nothing came back in time.</summary>
    public static bool IsConnectionLost(Exception exception) => exception switch
    {
        PostgresException postgres => !IsDefinite(postgres),
        NpgsqlException or TimeoutException or SocketException or IOException or OperationCanceledException => true,
        _ => false,
    };

    /// <summary>The store does not serve now, and that is no fault of the caller's.</summary>
    public static bool IsUnavailable(Exception exception) =>
        exception is PostgresException postgres ? IsPassing(postgres) : IsConnectionLost(exception);

    private static string ClassOf(PostgresException exception) => exception.SqlState[..ClassLength];
}
