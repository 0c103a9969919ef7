using CmeOrleans.Storage.Migrations;
using CmeOrleans.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace CmeOrleans.Storage.Tests.Sqlite;

/// <summary>What belongs to the file: one owner, rows that stay, migrations.</summary>
public sealed class SqliteFileTests : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cme-storage-");
    private readonly SqliteStore _store;

    public SqliteFileTests() => _store = Create();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_process_is_told_which_setting_names_the_file_in_use()
    {
        await _store.StartAsync(Cancellation);
        await using var second = Create();

        var exception = await Assert.ThrowsAsync<StorageStartException>(() => second.StartAsync(Cancellation));

        Assert.Contains("ConnectionStrings:Ledger", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("linked-folder/cme.db")]
    [InlineData("link.db")]
    [InlineData("link-to-link.db")]
    public async Task A_second_process_that_comes_by_a_link_is_told_the_same(string file)
    {
        await _store.StartAsync(Cancellation);
        Directory.CreateSymbolicLink(PathOf("linked-folder"), PathOf("data"));
        File.CreateSymbolicLink(PathOf("link.db"), PathOf("data/cme.db"));
        File.CreateSymbolicLink(PathOf("link-to-link.db"), PathOf("link.db"));
        await using var second = Create(file: file);

        await Assert.ThrowsAsync<StorageStartException>(() => second.StartAsync(Cancellation));
    }

    [Fact]
    public async Task A_way_up_behind_a_link_leads_up_from_where_the_link_leads()
    {
        Directory.CreateDirectory(PathOf("data/releases"));
        Directory.CreateSymbolicLink(PathOf("current"), PathOf("data/releases"));
        File.CreateSymbolicLink(PathOf("data/releases/cme.db"), "../cme.db");
        await _store.StartAsync(Cancellation);
        await using var second = Create(file: "current/cme.db");
        await using var third = Create(file: "current/../cme.db");

        await Assert.ThrowsAsync<StorageStartException>(() => second.StartAsync(Cancellation));
        await Assert.ThrowsAsync<StorageStartException>(() => third.StartAsync(Cancellation));
    }

    [Fact]
    public async Task Links_that_lead_in_a_circle_stop_the_start()
    {
        File.CreateSymbolicLink(PathOf("one.db"), PathOf("other.db"));
        File.CreateSymbolicLink(PathOf("other.db"), PathOf("one.db"));
        await using var store = Create(file: "one.db");

        Assert.Contains("ConnectionStrings:Ledger", (await Assert.ThrowsAsync<StorageStartException>(() => store.StartAsync(Cancellation))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_may_lead_to_a_file_that_is_still_to_be_made()
    {
        File.CreateSymbolicLink(PathOf("first.db"), PathOf("elsewhere/cme.db"));
        await using var store = Create(file: "first.db");

        await store.StartAsync(Cancellation);

        Assert.True(File.Exists(PathOf("elsewhere/cme.db")));
    }

    [Fact]
    public void The_writer_waits_for_the_disk_at_each_commit_and_readers_wait_for_nobody()
    {
        using var file = SqliteFile.Lock($"Data Source={PathOf("other.db")}");
        using var writer = file.OpenWriter();

        Assert.Equal(["wal"], SqliteStatement.Read(writer, "pragma journal_mode", static reader => reader.GetString(0)));
        Assert.Equal([2L], SqliteStatement.Read(writer, "pragma synchronous", static reader => reader.GetInt64(0)));
    }

    [Fact]
    public async Task Rows_are_there_when_the_file_is_opened_again()
    {
        await _store.StartAsync(Cancellation);
        await _store.Journal.AppendAsync(TestRows.Earn("kept"));
        await _store.DisposeAsync();

        await using var again = Create();
        await again.StartAsync(Cancellation);

        Assert.Single(await again.Journal.ReadPageAsync("kept", 0, 10, Cancellation));
        Assert.Equal(7, await again.Journal.ReadHeadAsync("kept", 7));
    }

    [Theory]
    [InlineData("update journal set kind = 'other'")]
    [InlineData("delete from journal")]
    [InlineData("update course_entry set hundredths = 1")]
    [InlineData("delete from course_entry")]
    public async Task Nobody_changes_or_removes_what_was_entered(string sql)
    {
        await _store.StartAsync(Cancellation);
        await _store.Journal.AppendAsync(TestRows.Earn("fixed"));
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder.FullName, "data", "cme.db")};Pooling=False");
        connection.Open();

        Assert.Throws<SqliteException>(() => SqliteStatement.Execute(connection, sql));
    }

    /// <summary>A void withdraws what its claim owed and was not sent; what was sent, and what other claims owe, stays.</summary>
    [Fact]
    public async Task Report_lines_are_withdrawn_by_the_row_that_voids_their_claim()
    {
        await _store.StartAsync(Cancellation);
        var claim = TestRows.WithReportLines(TestRows.Earn("withdrawn"), 3);
        var other = TestRows.WithReportLines(TestRows.Earn("withdrawn", 2, after: claim.Row), 1);
        await _store.Journal.AppendAsync(claim);
        await _store.Journal.AppendAsync(other);
        await _store.Journal.AppendAsync(TestRows.WithReportLines(TestRows.Earn("foreign"), 1));
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder.FullName, "data", "cme.db")};Pooling=False");
        connection.Open();
        SqliteStatement.Execute(connection, "update report_line set state = 'submitting' where seq = 1 and n = 2");

        await _store.Journal.AppendAsync(TestRows.Earn("withdrawn", 3, after: other.Row) with { ReportsWithdrawnOfSeq = 1 });

        Assert.Equal(
            ["foreign 1 0 queued", "withdrawn 1 0 withdrawn", "withdrawn 1 1 withdrawn", "withdrawn 1 2 submitting", "withdrawn 2 0 queued"],
            SqliteStatement.Read(
                connection,
                "select ledger_id || ' ' || seq || ' ' || n || ' ' || state from report_line order by ledger_id, seq, n",
                static reader => reader.GetString(0)));
    }

    [Fact]
    public async Task Migrations_are_applied_once()
    {
        Assert.Equal(MigrationSet.ReadEmbedded("Sqlite").All.Length, await _store.MigrateAsync(Cancellation));
        Assert.Equal(0, await _store.MigrateAsync(Cancellation));
    }

    [Fact]
    public async Task A_migration_that_was_edited_stops_the_start()
    {
        await _store.MigrateAsync(Cancellation);
        var all = MigrationSet.ReadEmbedded("Sqlite").All;
        await using var edited = Create(new(all.SetItem(1, all[1] with { Sha256 = new byte[32] })));

        var exception = await Assert.ThrowsAsync<StorageStartException>(() => edited.StartAsync(Cancellation));

        Assert.Contains(all[1].Name, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_stops_the_start()
    {
        await _store.MigrateAsync(Cancellation);
        await using var older = Create(new(MigrationSet.ReadEmbedded("Sqlite").All[..^1]));

        await Assert.ThrowsAsync<StorageStartException>(() => older.StartAsync(Cancellation));
    }

    [Fact]
    public async Task Before_the_start_every_call_says_that_the_store_is_not_open()
    {
        await Assert.ThrowsAsync<Grains.Ports.StorageUnavailableException>(() => _store.Journal.AppendAsync(TestRows.Earn("early")));
        await Assert.ThrowsAsync<Grains.Ports.StorageUnavailableException>(() => _store.Journal.ReadPageAsync("early", 0, 1, Cancellation));
        Assert.False((await _store.CheckAsync(Cancellation)).IsReachable);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private string PathOf(string file) => Path.Combine(_folder.FullName, file);

    private SqliteStore Create(MigrationSet? migrations = null, string file = "data/cme.db") => new(
        new() { ConnectionString = $"Data Source={PathOf(file)}" },
        TimeProvider.System,
        NullLogger<SqliteStore>.Instance,
        migrations ?? MigrationSet.ReadEmbedded("Sqlite"));
}
