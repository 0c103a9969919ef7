using System.Collections.Immutable;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Storage.Mail;
using Npgsql;

namespace CmeOrleans.Storage.Postgres;

/// <inheritdoc cref="IMailStore"/>
internal sealed class PostgresMailStore(PostgresDatabase database) : IMailStore
{
    private const string AddSql = $"""
        insert into mail (mail_key, state, added_at, due_at, attempts, wrapped_key, sealed)
        values ($1, '{MailStates.Waiting}', now(), now(), 0, $2, $3)
        on conflict (mail_key) do nothing
        """;

    // Rows that another node is just taking are passed over; an index can serve now(), which stands still in a statement.
    private const string LeaseSql = $"""
        with due as materialized (
            select mail_key from mail
            where state = '{MailStates.Waiting}' and due_at <= now()
            order by due_at
            limit $1
            for update skip locked)
        update mail set attempts = mail.attempts + 1, due_at = clock_timestamp() + $2
        from due
        where mail.mail_key = due.mail_key
        returning mail.mail_key, mail.attempts, mail.wrapped_key, mail.sealed
        """;

    private const string FinishSql = $"""
        update mail set state = $3, ended_at = now(), wrapped_key = null, sealed = null
        where mail_key = $1 and attempts = $2 and state = '{MailStates.Waiting}'
        """;

    private const string PostponeSql = $"""
        update mail set due_at = now() + $3
        where mail_key = $1 and attempts = $2 and state = '{MailStates.Waiting}'
        """;

    private const string FiguresSql = $"""
        select
            (select count(*) from mail where state = '{MailStates.Waiting}'),
            (select min(added_at) from mail where state = '{MailStates.Waiting}'),
            count(*) filter (where state = '{MailStates.GivenUp}'),
            count(*) filter (where state = '{MailStates.Delivered}')
        from mail
        where state <> '{MailStates.Waiting}' and ended_at > now() - interval '24 hours'
        """;

    private const string ForgetSql = $"""
        delete from mail
        where mail_key in (
            select mail_key from mail where state <> '{MailStates.Waiting}' and ended_at < now() - $1 order by ended_at limit $2)
        """;

    /// <summary>Adds a mail within whatever the connection is doing, so that a mail and what it tells of are stored together.</summary>
    public static async Task<bool> AddAsync(NpgsqlConnection connection, StoredMail mail, CancellationToken cancellationToken) =>
        await PostgresStatement.ExecuteAsync(
            PostgresStatement.Create(
                connection,
                AddSql,
                PostgresStatement.Of(mail.Key),
                PostgresStatement.Of(mail.WrappedKey),
                PostgresStatement.Of(mail.Sealed)),
            cancellationToken) == 1;

    public Task<bool> AddAsync(StoredMail mail) =>
        database.WriteAsync((connection, cancellation) => AddAsync(connection, mail, cancellation));

    public async Task<ImmutableArray<LeasedMail>> LeaseAsync(int countMax, TimeSpan lease) =>
    [
        .. await database.WriteAsync((connection, cancellation) => PostgresStatement.ReadAsync(
            PostgresStatement.Create(connection, LeaseSql, PostgresStatement.Of(countMax), PostgresStatement.Of(lease)),
            ReadLeased,
            cancellation)),
    ];

    public Task FinishAsync(string key, int attempt, MailEnd end) => ExecuteAsync(
        FinishSql, PostgresStatement.Of(key), PostgresStatement.Of(attempt), PostgresStatement.Of(MailStates.Of(end)));

    public Task PostponeAsync(string key, int attempt, TimeSpan delay) => ExecuteAsync(
        PostponeSql, PostgresStatement.Of(key), PostgresStatement.Of(attempt), PostgresStatement.Of(delay));

    public async Task<MailFigures> ReadFiguresAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            static (connection, cancellation) => PostgresStatement.ReadAsync(
                PostgresStatement.Create(connection, FiguresSql), ReadFigures, cancellation),
            cancellationToken);
        return rows[0];
    }

    public Task<int> ForgetEndedAsync(TimeSpan age, int countMax) =>
        ExecuteAsync(ForgetSql, PostgresStatement.Of(age), PostgresStatement.Of(countMax));

    private Task<int> ExecuteAsync(string sql, params NpgsqlParameter[] parameters) => database.WriteAsync((connection, cancellation) =>
        PostgresStatement.ExecuteAsync(PostgresStatement.Create(connection, sql, parameters), cancellation));

    private static LeasedMail ReadLeased(NpgsqlDataReader reader) => new(
        new(reader.GetString(0), PostgresStatement.GetBytes(reader, 2), PostgresStatement.GetBytes(reader, 3)), reader.GetInt32(1));

    private static MailFigures ReadFigures(NpgsqlDataReader reader) => new(
        reader.GetInt64(0),
        reader.IsDBNull(1) ? null : PostgresStatement.GetInstant(reader, 1),
        reader.GetInt64(2),
        reader.GetInt64(3));
}
