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
    public async Task Lines_of_a_ledger_are_read_page_by_page_the_newest_first()
    {
        var first = TestRows.WithReportLines(TestRows.Earn("owing-long"), 3);
        await fixture.Store.Journal.AppendAsync(first);
        await fixture.Store.Journal.AppendAsync(TestRows.WithReportLines(TestRows.Earn("owing-long", 2, after: first.Row), 1));
        await fixture.Store.Journal.AppendAsync(TestRows.WithReportLines(TestRows.Earn("owing-long-too"), 2));

        var page = await fixture.Store.ReportLines.ReadOfLedgerAsync("owing-long", null, 3, TestContext.Current.CancellationToken);
        var rest = await fixture.Store.ReportLines.ReadOfLedgerAsync("owing-long", page[^1].Position, 3, TestContext.Current.CancellationToken);

        Assert.Equal([(2, 0), (1, 2), (1, 1)], page.Select(line => (line.Position.Seq, line.Position.N)));
        Assert.Equal([(1, 0)], rest.Select(line => (line.Position.Seq, line.Position.N)));
        Assert.Equal(("abp", "course-1", "ABP_MOC_2", "held"), (page[2].Board, page[2].CourseId, page[2].CreditType, page[2].State));
        Assert.Equal((new(2026, 11, 22), 100), (page[2].CompletedOn, page[2].Amount.Hundredths));
        Assert.InRange(page[0].CreatedAt, TimeProvider.System.GetUtcNow().AddMinutes(-5), TimeProvider.System.GetUtcNow().AddMinutes(5));
    }

    [Fact]
    public async Task Lines_of_a_ledger_are_counted_by_state()
    {
        await fixture.Store.Journal.AppendAsync(TestRows.WithReportLines(TestRows.Earn("owing-sums"), 3));
        await fixture.Store.Journal.AppendAsync(TestRows.WithReportLines(TestRows.Earn("owing-sums-too"), 2));

        Assert.Equal(
            [new ReportLineCount("abp", "held", 1), new("abp", "queued", 2)],
            await fixture.Store.ReportLines.CountAsync("owing-sums", TestContext.Current.CancellationToken));
        Assert.Empty(await fixture.Store.ReportLines.CountAsync("owing-nothing", TestContext.Current.CancellationToken));
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
