using System.Globalization;
using Npgsql;

namespace CmeOrleans.Storage.Postgres;

/// <summary>What the server must be and do for an acknowledged row to outlive a crash.</summary>
internal static class PostgresServerRequirements
{
    private const int VersionMin = 15;
    private const int VersionFactor = 10_000;

    private const string AskSql = """
        select current_setting('server_version_num')::int, current_setting('server_encoding'), current_setting('fsync'),
            current_setting('full_page_writes'), current_setting('synchronous_commit')
        """;

    /// <exception cref="StorageStartException">A setting of the server, which the message names, would lose acknowledged rows.</exception>
    public static async Task RequireAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var answers = await PostgresStatement.ReadAsync(
            PostgresStatement.Create(connection, AskSql),
            static reader => (
                Version: reader.GetInt32(0),
                Encoding: reader.GetString(1),
                Fsync: reader.GetString(2),
                FullPageWrites: reader.GetString(3),
                SynchronousCommit: reader.GetString(4)),
            cancellationToken);
        var answer = answers[0];
        if (answer.Version / VersionFactor < VersionMin)
        {
            throw new StorageStartException(string.Create(
                CultureInfo.InvariantCulture,
                $"ConnectionStrings:Ledger leads to PostgreSQL {answer.Version / VersionFactor}; version {VersionMin} or later is needed."));
        }

        Require(answer.Encoding == "UTF8", "server_encoding", answer.Encoding, "UTF8");
        Require(answer.Fsync == "on", "fsync", answer.Fsync, "on");
        Require(answer.FullPageWrites == "on", "full_page_writes", answer.FullPageWrites, "on");

        // Of the other values only off answers before the row is on this server's disk.
        Require(answer.SynchronousCommit != "off", "synchronous_commit", answer.SynchronousCommit, "on");
    }

    private static void Require(bool isMet, string setting, string value, string needed)
    {
        if (!isMet)
        {
            throw new StorageStartException(
                $"PostgreSQL's setting {setting} is {value} for the sessions of ConnectionStrings:Ledger and must be {needed}: a crash of the server would lose acknowledged credit.");
        }
    }
}
