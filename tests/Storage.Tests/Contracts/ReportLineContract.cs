using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Storage.Tests.Contracts;

/// <summary>What a row owes to boards can be read, whatever the database.</summary>
public abstract class ReportLineContract(StoreFixture fixture)
{
    [Fact]
    public async Task Lines_of_one_row_are_read_in_order_with_their_states()
    {
        var first = TestRows.WithReportLines(TestRows.Earn("owing"), 3);
        await fixture.Store.Journal.AppendAsync(first);
        await fixture.Store.Journal.AppendAsync(TestRows.WithReportLines(TestRows.Earn("owing", 2, after: first.Row), 1));
        await fixture.Store.Journal.AppendAsync(TestRows.WithReportLines(TestRows.Earn("owing-too"), 2));

        var lines = await fixture.Store.ReportLines.ReadOfRowAsync("owing", 1, 10, TestContext.Current.CancellationToken);

        Assert.Equal([new StoredReportLine("abp", "course-1", "queued"), new("abp", "course-1", "held"), new("abp", "course-1", "queued")], lines);
        Assert.Equal(2, (await fixture.Store.ReportLines.ReadOfRowAsync("owing", 1, 2, TestContext.Current.CancellationToken)).Length);
        Assert.Empty(await fixture.Store.ReportLines.ReadOfRowAsync("owing", 3, 10, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_document_tells_when_it_was_stored_without_being_read()
    {
        var before = TimeProvider.System.GetUtcNow().AddSeconds(-1);
        var document = new StoredDocument("crt_dated", new byte[32], new byte[] { 1 });
        await fixture.Store.Documents.PutIfAbsentAsync(document, TestContext.Current.CancellationToken);

        var storedAt = await fixture.Store.Documents.FindStoredAtAsync("crt_dated", TestContext.Current.CancellationToken);

        Assert.InRange(storedAt!.Value, before, TimeProvider.System.GetUtcNow().AddSeconds(1));
        Assert.Equal(TimeSpan.Zero, storedAt.Value.Offset);
        Assert.Null(await fixture.Store.Documents.FindStoredAtAsync("crt_none", TestContext.Current.CancellationToken));
    }
}
