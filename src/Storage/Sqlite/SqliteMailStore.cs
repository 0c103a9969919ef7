using System.Collections.Immutable;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Storage.Mail;
using Microsoft.Data.Sqlite;

namespace CmeOrleans.Storage.Sqlite;

/// <inheritdoc cref="IMailStore"/>
/// <remarks>One process owns the file, so its clock is the store's.</remarks>
internal sealed class SqliteMailStore(SqliteWriter writer, SqliteReaders readers, TimeProvider time) : IMailStore
{
    private const string AddSql = $"""
        insert into mail (mail_key, state, added_at, due_at, attempts, wrapped_key, sealed)
        values ($1, '{MailStates.Waiting}', $2, $2, 0, $3, $4)
        on conflict (mail_key) do nothing
        """;

    private const string LeaseSql = $"""
        update mail set attempts = attempts + 1, due_at = $1
        where mail_key in (select mail_key from mail where state = '{MailStates.Waiting}' and due_at <= $2 order by due_at limit $3)
        returning mail_key, attempts, wrapped_key, sealed
        """;

    private const string FinishSql = $"""
        update mail set state = $1, ended_at = $2, wrapped_key = null, sealed = null
        where mail_key = $3 and attempts = $4 and state = '{MailStates.Waiting}'
        """;

    private const string PostponeSql = $"""
        update mail set due_at = $1
        where mail_key = $2 and attempts = $3 and state = '{MailStates.Waiting}'
        """;

    private const string FiguresSql = $"""
        select
            (select count(*) from mail where state = '{MailStates.Waiting}'),
            (select min(added_at) from mail where state = '{MailStates.Waiting}'),
            count(*) filter (where state = '{MailStates.GivenUp}'),
            count(*) filter (where state = '{MailStates.Delivered}')
        from mail
        where state <> '{MailStates.Waiting}' and ended_at > $1
        """;

    private const string ForgetSql = $"""
        delete from mail
        where mail_key in (select mail_key from mail where state <> '{MailStates.Waiting}' and ended_at < $1 order by ended_at limit $2)
        """;

    private static readonly TimeSpan FiguresSpan = TimeSpan.FromHours(24);

    /// <summary>Adds a mail within the transaction under way, so that a mail and what it tells of are stored together.</summary>
    public static bool Add(SqliteConnection connection, StoredMail mail, long now) =>
        SqliteStatement.Execute(connection, AddSql, mail.Key, now, mail.WrappedKey.ToArray(), mail.Sealed.ToArray()) == 1;

    public Task<bool> AddAsync(StoredMail mail)
    {
        var now = Now();
        return writer.ChangeAsync(connection => Add(connection, mail, now));
    }

    public async Task<ImmutableArray<LeasedMail>> LeaseAsync(int countMax, TimeSpan lease)
    {
        var (now, until) = (Now(), Now(lease));
        return [.. await writer.ChangeAsync(connection => SqliteStatement.Read(connection, LeaseSql, ReadLeased, until, now, countMax))];
    }

    public Task FinishAsync(string key, int attempt, MailEnd end)
    {
        var now = Now();
        return writer.ChangeAsync(connection => SqliteStatement.Execute(connection, FinishSql, MailStates.Of(end), now, key, attempt));
    }

    public Task PostponeAsync(string key, int attempt, TimeSpan delay)
    {
        var due = Now(delay);
        return writer.ChangeAsync(connection => SqliteStatement.Execute(connection, PostponeSql, due, key, attempt));
    }

    public Task<MailFigures> ReadFiguresAsync(CancellationToken cancellationToken)
    {
        var since = Now(-FiguresSpan);
        return readers.RunAsync(connection => SqliteStatement.Read(connection, FiguresSql, ReadFigures, since)[0], cancellationToken);
    }

    public Task<int> ForgetEndedAsync(TimeSpan age, int countMax)
    {
        var before = Now(-age);
        return writer.ChangeAsync(connection => SqliteStatement.Execute(connection, ForgetSql, before, countMax));
    }

    private long Now(TimeSpan offset = default) => SqliteTime.ToMicroseconds(time.GetUtcNow() + offset);

    private static LeasedMail ReadLeased(SqliteDataReader reader) => new(
        new(reader.GetString(0), SqliteStatement.GetBytes(reader, 2), SqliteStatement.GetBytes(reader, 3)), reader.GetInt32(1));

    private static MailFigures ReadFigures(SqliteDataReader reader) => new(
        reader.GetInt64(0),
        reader.IsDBNull(1) ? null : SqliteTime.FromMicroseconds(reader.GetInt64(1)),
        reader.GetInt64(2),
        reader.GetInt64(3));
}
