using Npgsql;

namespace CmeOrleans.Storage.Postgres;

/// <summary>
/// Sees to it that the node may add to the journal and read it, and nothing else: it works under a role that has no
/// more rights, or, where the login may not create one, without the rights an owner has by nature.
/// </summary>
internal static class PostgresRights
{
    private const int TriesMax = 20;
    private const int PauseMillisecondsMax = 50;

    private const string AppendOnlyTables = "journal, course_entry, document, checkpoint, checkpoint_leaf, audit_entry, course_evaluation";
    private const string MutableTables = "report_line, entity, reminder, snapshot, course_sum, mail, support_request";

    private const string AskSql = """
        select
            (select pg_has_role(current_user, relowner, 'member') from pg_class where oid = 'journal'::regclass),
            (select rolsuper or rolcreaterole from pg_roles where rolname = current_user),
            exists (select from pg_roles where rolname = $1),
            (select pg_has_role(current_user, oid, 'member') from pg_roles where rolname = $1)
        """;

    private const string AskMayChangeSql = $"""
        select string_agg(name, ', ')
        from unnest(string_to_array('{AppendOnlyTables}', ', ')) as name
        where has_table_privilege(name, 'update') or has_table_privilege(name, 'delete') or has_table_privilege(name, 'truncate')
        """;

    private const string RevokeFromOwnerSql = $"revoke update, delete, truncate on {AppendOnlyTables} from current_user";

    /// <summary>Gives and takes rights where the login may, once the tables are there.</summary>
    /// <returns>The role that sessions take on, or <see langword="null"/> when they work as who logs in.</returns>
    public static async Task<string?> ApplyAsync(NpgsqlConnection connection, string role, CancellationToken cancellationToken)
    {
        var (isOwner, mayCreateRoles, roleExists, isMember) = await AskAsync(connection, role, cancellationToken);
        if (mayCreateRoles && !roleExists)
        {
            await RepeatWhileOthersDoTheSameAsync(connection, $"create role {role} nologin", cancellationToken);
        }

        if (mayCreateRoles && !isMember)
        {
            await RepeatWhileOthersDoTheSameAsync(connection, $"grant {role} to current_user", cancellationToken);
        }

        var mayUseRole = isMember || mayCreateRoles;
        if (isOwner)
        {
            await ExecuteAsync(connection, mayUseRole ? GrantSql(role) : RevokeFromOwnerSql, cancellationToken);
        }

        return mayUseRole ? role : null;
    }

    /// <summary>Rule 10 of the journal, checked on a session as the node uses it.</summary>
    /// <exception cref="StorageStartException">The session may change what must never change.</exception>
    public static async Task RequireAppendOnlyAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var tables = await PostgresStatement.ReadAsync(
            PostgresStatement.Create(connection, AskMayChangeSql),
            static reader => reader.IsDBNull(0) ? null : reader.GetString(0),
            cancellationToken);
        if (tables[0] is { } names)
        {
            throw new StorageStartException(
                $"The login of ConnectionStrings:Ledger may change or remove rows of {names}. Let it be a member of the role that Storage:DatabaseRole names, or take these rights from it.");
        }
    }

    private static async Task<(bool IsOwner, bool MayCreateRoles, bool RoleExists, bool IsMember)> AskAsync(
        NpgsqlConnection connection, string role, CancellationToken cancellationToken)
    {
        var answers = await PostgresStatement.ReadAsync(
            PostgresStatement.Create(connection, AskSql, PostgresStatement.Of(role)),
            static reader => (reader.GetBoolean(0), reader.GetBoolean(1), reader.GetBoolean(2), !reader.IsDBNull(3) && reader.GetBoolean(3)),
            cancellationToken);
        return answers[0];
    }

    private static string GrantSql(string role) => $"""
        revoke all on {AppendOnlyTables}, {MutableTables}, txid_origin, schema_migration from {role};
        grant select, insert on {AppendOnlyTables} to {role};
        grant select, insert, update, delete on {MutableTables} to {role};
        grant select on txid_origin, schema_migration to {role}
        """;

    // Roles belong to the whole server: nodes of other databases may be creating the same one at this moment.
    private static async Task RepeatWhileOthersDoTheSameAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await ExecuteAsync(connection, sql, cancellationToken);
                return;
            }
            catch (PostgresException exception) when (
                exception.SqlState is PostgresErrorCodes.DuplicateObject or PostgresErrorCodes.UniqueViolation)
            {
                return;
            }
            catch (PostgresException exception) when (IsConcurrentUpdate(exception) && tries < TriesMax)
            {
                await Task.Delay(Random.Shared.Next(1, PauseMillisecondsMax), cancellationToken);
            }
        }
    }

    // The server has no error code of its own for this ("tuple concurrently updated").
    private static bool IsConcurrentUpdate(PostgresException exception) => exception.SqlState == PostgresErrorCodes.InternalError;

    private static Task<int> ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken) =>
        PostgresStatement.ExecuteAsync(PostgresStatement.Create(connection, sql), cancellationToken);
}
