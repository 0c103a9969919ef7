using Npgsql;

namespace CmeOrleans.Storage.Postgres;

/// <summary>How this product's sessions are set up.</summary>
internal static class PostgresConnections
{
    private const int PreparedStatementsMax = 64;
    private const int TcpKeepAliveSeconds = 15;
    private const int AuditConnectionsMax = 2;

    /// <summary>For everything but appends.</summary>
    public static NpgsqlDataSource CreateForCalls(StorageOptions options, string? role)
    {
        var builder = Create(options, role, options.CallDeadline);
        builder.MaxPoolSize = options.ConnectionsMax;
        builder.MaxAutoPrepare = PreparedStatementsMax;
        builder.AutoPrepareMinUsages = 2;
        return NpgsqlDataSource.Create(builder);
    }

    /// <summary>For what reads a great part of the database: with more time per statement, and nothing kept prepared.</summary>
    public static NpgsqlDataSource CreateForAudits(StorageOptions options, string? role)
    {
        var builder = Create(options, role, options.AuditDeadline);
        builder.MinPoolSize = 0;
        builder.MaxPoolSize = AuditConnectionsMax;
        return NpgsqlDataSource.Create(builder);
    }

    /// <summary>
    /// For appends: the server gives a statement up before this end does, so that a statement nobody waits for any more
    /// cannot be stored later; and it plans the statement once, since no plan depends on the values,
    /// and never by reading a whole table, which a plan made for an empty one might do for long.
    /// </summary>
    public static NpgsqlDataSource CreateForAppends(StorageOptions options, string? role)
    {
        var builder = Create(options, role, TimeSpan.FromSeconds(options.StatementTimeoutSeconds));
        builder.MaxPoolSize = options.StatementsInFlightMax + 1;
        builder.CommandTimeout = options.StatementTimeoutSeconds + 1;
        builder.Options += " -c plan_cache_mode=force_generic_plan -c enable_seqscan=off";
        return NpgsqlDataSource.Create(builder);
    }

    /// <summary>For migrations: as whoever logs in.</summary>
    public static NpgsqlConnection CreateForMigrations(StorageOptions options)
    {
        var builder = new NpgsqlConnectionStringBuilder(options.ConnectionString)
        {
            Pooling = false,
            Timeout = TimeoutSeconds(options.CallDeadline),
            CommandTimeout = 0,
            IncludeErrorDetail = false,
        };
        return new(builder.ToString());
    }

    private static NpgsqlConnectionStringBuilder Create(StorageOptions options, string? role, TimeSpan statementTimeout)
    {
        var builder = new NpgsqlConnectionStringBuilder(options.ConnectionString)
        {
            Timeout = TimeoutSeconds(options.CallDeadline),

            // Deadlines come from cancellation tokens. A cancelled command closes its connection without waiting for the
            // server to agree, which would take the caller over its deadline.
            CommandTimeout = 0,
            CancellationTimeout = -1,

            // Nothing here changes its session. To undo what did not happen would cost seven statements per call.
            NoResetOnClose = true,
            IncludeErrorDetail = false,
            TcpKeepAlive = true,
            TcpKeepAliveTime = TcpKeepAliveSeconds,
            TcpKeepAliveInterval = TcpKeepAliveSeconds,
        };
        builder.ApplicationName ??= "cme";
        var settings = $"-c statement_timeout={(long)statementTimeout.TotalMilliseconds}";
        if (role is not null)
        {
            settings += $" -c role={role}";
        }

        builder.Options = builder.Options is { Length: > 0 } given ? $"{given} {settings}" : settings;
        return builder;
    }

    private static int TimeoutSeconds(TimeSpan deadline) => (int)Math.Ceiling(deadline.TotalSeconds);
}
