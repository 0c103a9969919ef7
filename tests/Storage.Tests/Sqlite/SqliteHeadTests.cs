using CmeOrleans.Grains.Ports;
using CmeOrleans.Storage.Journal;
using CmeOrleans.Storage.Migrations;
using CmeOrleans.Storage.Sqlite;
using CmeOrleans.Storage.Tests.Journal;
using Microsoft.Extensions.Logging.Abstractions;

namespace CmeOrleans.Storage.Tests.Sqlite;

/// <summary>What the newest row of a ledger is, in a file that nobody else writes to.</summary>
public sealed class SqliteHeadTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cme-storage-");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>The row may be stored after its ledger was read again; only then is the head worth a query.</summary>
    [Fact]
    public async Task Head_is_read_from_the_file_once_an_append_was_left_in_doubt()
    {
        using var file = SqliteFile.Lock($"Data Source={Path.Combine(_folder.FullName, "ledger.db")}");
        using var connection = file.OpenWriter();
        SqliteMigrator.Migrate(connection, MigrationSet.ReadEmbedded("Sqlite"), TimeProvider.System);
        using var readers = new SqliteReaders(1, TimeSpan.FromSeconds(10));
        readers.Open(file);
        var time = new ManualTime();
        var sender = new GatedSender();
        await using var groupCommit = new GroupCommit([sender], 10, new() { AppendDeadlineMilliseconds = 1_000 }, time, NullLogger.Instance);
        var journal = new SqliteJournal(groupCommit, readers);
        Assert.Equal(7, await journal.ReadHeadAsync("doubted", 7));

        var append = journal.AppendAsync(TestRows.Earn("doubted"));
        var batch = await sender.NextAsync();
        time.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => append);

        Assert.Equal(0, await journal.ReadHeadAsync("doubted", 7));
        batch.Store();
    }
}
