using CmeOrleans.Grains.Ports;
using CmeOrleans.Storage.Migrations;
using CmeOrleans.Storage.Postgres;
using CmeOrleans.Storage.Tests.Contracts;
using CmeOrleans.ThrowawayPostgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CmeOrleans.Storage.Tests.Postgres;

/// <summary>What only the database itself can show: rights, triggers, transactions under way, planted faults.</summary>
public sealed class PostgresRulesTests(PostgresServerFixture server) : IAsyncLifetime
{
    private string _connectionString = "";
    private PostgresStore _store = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _connectionString = await server.Server.CreateDatabaseAsync();
        _store = Create(_connectionString);
        await _store.StartAsync(Cancellation);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    /// <summary>Rule 1, positive control: two rows of one ledger in one such statement do store the second on top of somebody else's first.</summary>
    [Fact]
    public async Task Without_the_rule_of_one_row_per_ledger_a_row_would_follow_another_nodes()
    {
        await ExecuteAsync(InsertSql("(1)"));

        await ExecuteAsync(InsertSql("(1), (2)", keyPrefix: "mine-"));

        Assert.Equal(["key-1", "mine-2"], await ReadAsync("select command_key from journal where ledger_id = 'fork' order by seq"));
    }

    /// <summary>Rules 1 and 2. Goal: many nodes on the same ledgers, in no order, neither deadlock nor store a seq twice.</summary>
    [Fact]
    public async Task Nodes_that_race_for_the_same_ledgers_never_deadlock()
    {
        const int ledgersCount = 30;
        const int roundsCount = 15;
        await using var other = Create(_connectionString);
        await other.StartAsync(Cancellation);
        var deadlocksBefore = await ReadDeadlocksAsync();

        var lasts = new Domain.Ledger.LedgerRow?[ledgersCount];
        for (var seq = 1; seq <= roundsCount; seq++)
        {
            var tasks = new List<Task<AppendOutcome>>();
            foreach (var (node, name) in new[] { (_store, "a"), (other, "b") })
            {
                var ledgers = Enumerable.Range(0, ledgersCount).ToArray();
                Random.Shared.Shuffle(ledgers);
                tasks.AddRange(ledgers.Select(
                    ledger => node.Journal.AppendAsync(TestRows.Earn($"ledger-{ledger}", seq, $"{name}-{seq}", after: lasts[ledger]))));
            }

            var outcomes = await Task.WhenAll(tasks);
            Assert.Equal(ledgersCount, outcomes.Count(outcome => outcome.Status is AppendStatus.Stored));
            Assert.Equal(ledgersCount, outcomes.Count(outcome => outcome.Status is AppendStatus.SeqTaken));
            for (var ledger = 0; ledger < ledgersCount; ledger++)
            {
                lasts[ledger] = (await _store.Journal.ReadPageAsync($"ledger-{ledger}", seq - 1, 1, Cancellation))[0];
            }
        }

        Assert.Equal(deadlocksBefore, await ReadDeadlocksAsync());
        Assert.Equal([$"{ledgersCount * roundsCount}"], await ReadAsync("select count(*)::text from journal"));
        Assert.Equal(
            ["0"],
            await ReadAsync("select count(*)::text from journal j full join course_entry e using (ledger_id, seq) where j.seq is null or e.seq is null"));
    }

    /// <summary>Rule 8. The head is what any node stored, and every ledger asked for at once gets its own.</summary>
    [Fact]
    public async Task Heads_asked_for_at_once_are_each_ledgers_own()
    {
        await using var other = Create(_connectionString);
        await other.StartAsync(Cancellation);
        for (var ledger = 0; ledger < 20; ledger++)
        {
            Domain.Ledger.LedgerRow? last = null;
            for (var seq = 1; seq <= ledger % 3; seq++)
            {
                var append = TestRows.Earn($"head-{ledger}", seq, after: last);
                await other.Journal.AppendAsync(append);
                last = append.Row;
            }
        }

        var heads = await Task.WhenAll(Enumerable.Range(0, 1_200).Select(number => _store.Journal.ReadHeadAsync($"head-{number % 20}", 0).AsTask()));

        Assert.Equal(Enumerable.Range(0, 1_200).Select(number => (long)(number % 20 % 3)), heads);
    }

    /// <summary>Rule 10: the role of the node.</summary>
    [Theory]
    [InlineData("update journal set kind = 'other'")]
    [InlineData("delete from journal")]
    [InlineData("truncate journal")]
    [InlineData("update course_entry set hundredths = 1")]
    [InlineData("delete from checkpoint_leaf")]
    [InlineData("update document set sealed = ''")]
    [InlineData("update audit_entry set result = 'done'")]
    [InlineData("delete from audit_entry")]
    [InlineData("alter table journal disable trigger all")]
    [InlineData("drop table journal")]
    public async Task The_role_of_the_node_may_add_and_read_only(string sql)
    {
        var exception = await Assert.ThrowsAsync<PostgresException>(() => PostgresServer.ExecuteAsync(
            new NpgsqlConnectionStringBuilder(_connectionString) { Options = "-c role=cme_app" }.ToString(), sql));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, exception.SqlState);
    }

    /// <summary>Rule 10: the trigger, which holds for the superuser too.</summary>
    [Theory]
    [InlineData("update journal set kind = 'other'")]
    [InlineData("delete from journal")]
    [InlineData("truncate journal")]
    [InlineData("update course_entry set hundredths = 1")]
    [InlineData("truncate course_entry")]
    [InlineData("update audit_entry set result = 'refused'")]
    [InlineData("delete from audit_entry")]
    [InlineData("truncate audit_entry")]
    public async Task Nobody_changes_or_removes_what_was_entered(string sql)
    {
        await _store.Journal.AppendAsync(TestRows.Earn("fixed"));
        await _store.AuditEntries.AppendAsync(new("operator", null, "key_1", "course-written", "peds-2026", "done"));

        var exception = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(sql));

        Assert.Equal(PostgresErrorCodes.RestrictViolation, exception.SqlState);
    }

    /// <summary>Rule 10, where the login is a plain owner who may not create roles.</summary>
    [Fact]
    public async Task A_plain_owner_loses_the_rights_it_must_not_use()
    {
        await PostgresServer.ExecuteAsync(_connectionString, "do $$ begin create role plain login; exception when duplicate_object then null; end $$");
        var database = await server.Server.CreateDatabaseAsync();
        var name = new NpgsqlConnectionStringBuilder(database).Database!;
        await PostgresServer.ExecuteAsync(database, $"alter database {name} owner to plain");
        var plain = new NpgsqlConnectionStringBuilder(database) { Username = "plain" }.ToString();
        await using var store = Create(plain);
        await store.StartAsync(Cancellation);

        Assert.Equal(AppendStatus.Stored, (await store.Journal.AppendAsync(TestRows.Earn("plain"))).Status);
        foreach (var sql in new[] { "delete from journal", "update journal set kind = ''", "truncate journal", "truncate course_entry" })
        {
            var exception = await Assert.ThrowsAsync<PostgresException>(() => PostgresServer.ExecuteAsync(plain, sql));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, exception.SqlState);
        }
    }

    [Fact]
    public async Task A_login_that_may_change_the_journal_stops_the_start()
    {
        await PostgresServer.ExecuteAsync(_connectionString, "do $$ begin create role careless login; exception when duplicate_object then null; end $$");
        await ExecuteAsync("grant select, insert, update on all tables in schema public to careless");
        await using var store = Create(new NpgsqlConnectionStringBuilder(_connectionString) { Username = "careless" }.ToString());

        var exception = await Assert.ThrowsAsync<StorageStartException>(() => store.StartAsync(Cancellation));

        Assert.Contains("ConnectionStrings:Ledger", exception.Message, StringComparison.Ordinal);
        Assert.Contains("journal", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>
    /// Goal: a row is covered by exactly one checkpoint. Method: a transaction is under way while a checkpoint is taken; its
    /// row is older than rows that are already there.
    /// </summary>
    [Fact]
    public async Task Checkpoints_cover_the_rows_of_transactions_that_were_under_way()
    {
        await _store.Journal.AppendAsync(TestRows.Earn("before"));
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await using (var command = new NpgsqlCommand(InsertSql("(1)"), connection, transaction))
        {
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        await _store.Journal.AppendAsync(TestRows.Earn("during"));
        var first = await ReadChangedAsync(null, heads: 1);
        await transaction.CommitAsync(Cancellation);
        await _store.Journal.AppendAsync(TestRows.Earn("after"));
        var second = await ReadChangedAsync(StoreContract.Checkpoint(1, first.Watermark), heads: 3);

        Assert.Equal(["before"], first.Heads.Select(head => head.LedgerId));
        Assert.Equal(["after", "during", "fork"], second.Heads.Select(head => head.LedgerId));
        Assert.Equal((1L, 3L), (first.Rows, second.Rows));
    }

    /// <summary>Goal: after dump and restore new rows are not taken for long covered. Method: what the tables know of comes from a server that was far ahead.</summary>
    [Fact]
    public async Task On_another_server_new_rows_come_after_all_that_was_covered()
    {
        const string watermark = "20000000";
        await _store.Checkpoints.AppendAsync(StoreContract.Checkpoint(1, watermark), [], Cancellation);
        await ExecuteAsync("""
            update txid_origin set system_identifier = 1;
            set session_replication_role = replica;
            alter table journal alter column txid set default 10000000
            """);
        await ExecuteAsync(InsertSql("(1)"));
        await using var moved = Create(_connectionString);
        await moved.StartAsync(Cancellation);

        await moved.Journal.AppendAsync(TestRows.Earn("moved"));

        // A transaction under way in another database of the server holds the new row back for as long as it lasts.
        await Eventually.HoldsAsync(async () =>
        {
            var changed = await moved.Checkpoints.ReadChangedAsync(await moved.Checkpoints.ReadLatestAsync(Cancellation), Cancellation);
            return changed.Heads.Select(head => head.LedgerId).SequenceEqual(["moved"]);
        });
        Assert.Equal(["fork", "moved"], (await moved.Checkpoints.ReadChangedAsync(null, Cancellation)).Heads.Select(head => head.LedgerId));
    }

    [Fact]
    public async Task A_cut_tail_a_removed_ledger_and_a_changed_row_are_behind_their_checkpoint()
    {
        foreach (var ledgerId in new[] { "whole", "cut", "removed", "changed" })
        {
            var first = TestRows.Earn(ledgerId);
            await _store.Journal.AppendAsync(first);
            await _store.Journal.AppendAsync(TestRows.Earn(ledgerId, 2, after: first.Row));
        }

        var changed = await ReadChangedAsync(null, heads: 4);
        await Eventually.HoldsAsync(async () => (changed = await _store.Checkpoints.ReadChangedAsync(null, Cancellation)).Rows == 8);
        await _store.Checkpoints.AppendAsync(StoreContract.Checkpoint(1, changed.Watermark), changed.Heads, Cancellation);
        Assert.Empty(await _store.Checkpoints.ListBehindAsync(10, Cancellation));

        await ExecuteAsync("""
            set session_replication_role = replica;
            delete from journal where ledger_id = 'cut' and seq = 2;
            delete from journal where ledger_id = 'removed';
            update journal set hash = prev_hash where ledger_id = 'changed' and seq = 2
            """);

        var behind = await _store.Checkpoints.ListBehindAsync(10, Cancellation);
        Assert.Equal(["changed", "cut", "removed"], behind.Select(head => head.LedgerId));
        Assert.Equal(["changed", "cut"], (await _store.Checkpoints.ListBehindAsync(2, Cancellation)).Select(head => head.LedgerId));
    }

    [Fact]
    public async Task A_difference_planted_behind_the_triggers_back_is_found()
    {
        await _store.Journal.AppendAsync(TestRows.Earn("planted", hundredths: 150));
        Assert.True((await _store.TrialBalance.ReadAsync(Cancellation)).IsBalanced);

        await ExecuteAsync("set session_replication_role = replica; update course_entry set hundredths = 160");

        var balance = await _store.TrialBalance.ReadAsync(Cancellation);
        Assert.False(balance.IsBalanced);
        Assert.Equal((150, 160), (balance.Totals[0].LearnersHundredths, balance.Totals[0].CoursesHundredths));
    }

    [Fact]
    public async Task Report_lines_are_queued_or_held()
    {
        var append = TestRows.Earn("reported");
        Domain.Ledger.ReportLine line = new()
        {
            N = 0,
            Board = "abp",
            CourseId = "course-1",
            ParsActivityId = "PARS-1",
            CreditType = "ABP_MOC_2",
            CompletedOn = new(2026, 11, 22),
            Amount = Domain.CreditAmount.FromHundredths(100),
        };
        await _store.Journal.AppendAsync(append with { ReportLines = [line, line with { N = 1, ParsActivityId = null }] });

        Assert.Equal(
            ["0 queued 2026-11-22 100", "1 held 2026-11-22 100"],
            await ReadAsync("select n || ' ' || state || ' ' || completed_on || ' ' || hundredths from report_line order by n"));
    }

    /// <summary>A void withdraws what its claim owed and was not sent; what was sent, and what other claims owe, stays.</summary>
    [Fact]
    public async Task Report_lines_are_withdrawn_by_the_row_that_voids_their_claim()
    {
        var claim = TestRows.WithReportLines(TestRows.Earn("withdrawn"), 3);
        var other = TestRows.WithReportLines(TestRows.Earn("withdrawn", 2, after: claim.Row), 1);
        var foreign = TestRows.WithReportLines(TestRows.Earn("foreign"), 1);
        await Task.WhenAll(_store.Journal.AppendAsync(claim), _store.Journal.AppendAsync(foreign));
        await _store.Journal.AppendAsync(other);
        await ExecuteAsync("update report_line set state = 'submitting' where seq = 1 and n = 2");

        var lost = TestRows.Earn("withdrawn", 2, "late", after: claim.Row) with { ReportsWithdrawnOfSeq = 1 };
        Assert.Equal(AppendStatus.SeqTaken, (await _store.Journal.AppendAsync(lost)).Status);
        Assert.DoesNotContain("withdrawn", await ReadAsync("select state from report_line"));
        await _store.Journal.AppendAsync(TestRows.Earn("withdrawn", 3, after: other.Row) with { ReportsWithdrawnOfSeq = 1 });

        Assert.Equal(
            ["foreign 1 0 queued", "withdrawn 1 0 withdrawn", "withdrawn 1 1 withdrawn", "withdrawn 1 2 submitting", "withdrawn 2 0 queued"],
            await ReadAsync("select ledger_id || ' ' || seq || ' ' || n || ' ' || state from report_line order by ledger_id, seq, n"));
    }

    [Fact]
    public async Task Nodes_that_start_together_migrate_once()
    {
        var database = await server.Server.CreateDatabaseAsync();
        var stores = Enumerable.Range(0, 4).Select(_ => Create(database)).ToArray();

        var applied = await Task.WhenAll(stores.Select(store => store.MigrateAsync(Cancellation)));

        var all = MigrationSet.ReadEmbedded("Postgres").All;
        Assert.Equal([0, 0, 0, all.Length], applied.Order());
        Assert.Equal(0, await stores[0].MigrateAsync(Cancellation));
        foreach (var store in stores)
        {
            await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_migration_that_was_edited_and_a_newer_database_stop_the_start()
    {
        var all = MigrationSet.ReadEmbedded("Postgres").All;
        await using var edited = Create(_connectionString, new(all.SetItem(1, all[1] with { Sha256 = new byte[32] })));
        await using var older = Create(_connectionString, new(all[..^1]));

        var exception = await Assert.ThrowsAsync<StorageStartException>(() => edited.StartAsync(Cancellation));
        Assert.Contains(all[1].Name, exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StorageStartException>(() => older.StartAsync(Cancellation));
    }

    [Fact]
    public async Task Sessions_that_do_not_wait_for_the_disk_stop_the_start()
    {
        var careless = new NpgsqlConnectionStringBuilder(_connectionString) { Options = "-c synchronous_commit=off" }.ToString();
        await using var store = Create(careless);

        var exception = await Assert.ThrowsAsync<StorageStartException>(() => store.StartAsync(Cancellation));

        Assert.Contains("synchronous_commit", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Other tests' transactions on the same server hold rows back, too, until they end.</summary>
    private async Task<ChangedLedgers> ReadChangedAsync(StoredCheckpoint? since, int heads)
    {
        var changed = await _store.Checkpoints.ReadChangedAsync(since, Cancellation);
        await Eventually.HoldsAsync(async () =>
        {
            changed = await _store.Checkpoints.ReadChangedAsync(since, Cancellation);
            return changed.Heads.Length == heads;
        });
        return changed;
    }

    private static PostgresStore Create(string connectionString, MigrationSet? migrations = null) => new(
        new() { Provider = StorageProvider.Postgres, ConnectionString = connectionString },
        TimeProvider.System,
        lifetime: null,
        NullLogger<PostgresStore>.Instance,
        migrations);

    private static string InsertSql(string seqs, string keyPrefix = "key-") => $"""
        insert into journal (ledger_id, seq, prev_hash, hash, command_key, fingerprint, kind, body, at)
        select 'fork', seq, h, h, '{keyPrefix}' || seq, h, 'expired.v1', '{"{}"}', now()
        from (values {seqs}) as v (seq), (select decode(repeat('00', 32), 'hex') as h) as hash
        on conflict do nothing
        """;

    private Task ExecuteAsync(string sql) => PostgresServer.ExecuteAsync(_connectionString, sql);

    private async Task<List<string>> ReadAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync(Cancellation);
        return await PostgresStatement.ReadAsync(PostgresStatement.Create(connection, sql), static reader => reader.GetString(0), Cancellation);
    }

    private async Task<string> ReadDeadlocksAsync() =>
        (await ReadAsync("select deadlocks::text from pg_stat_database where datname = current_database()"))[0];
}
