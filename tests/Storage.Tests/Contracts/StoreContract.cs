using System.Collections.Immutable;
using System.Security.Cryptography;
using CmeOrleans.Domain;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Storage.Tests.Postgres;

namespace CmeOrleans.Storage.Tests.Contracts;

/// <summary>What courses, documents, snapshots and checkpoints promise, whatever the database.</summary>
public abstract class StoreContract(StoreFixture fixture)
{
    private IStore Store => fixture.Store;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Course_entries_are_read_page_by_page_in_order_and_none_twice()
    {
        await Task.WhenAll(Enumerable.Range(0, 25).Select(number => Store.Journal.AppendAsync(TestRows.Earn($"paged-{number}", courseId: "paged"))));

        List<StoredCourseEntry> all = [];
        ImmutableArray<StoredCourseEntry> page;
        do
        {
            page = await Store.CourseEntries.ReadPageAsync("paged", all.LastOrDefault()?.Position ?? CourseEntryPosition.Start, 10, Cancellation);
            all.AddRange(page);
        }
        while (page.Length == 10);

        Assert.Equal(25, all.Select(entry => entry.LedgerId).Distinct().Count());
        Assert.Equal(25, all.Count);
        Assert.Equal(all.OrderBy(entry => entry.Position.Transaction).ThenBy(entry => entry.Position.Entry), all);
        Assert.Equal(CourseEntryKind.Earned, all[0].Kind);
        Assert.Equal(100, all[0].Amount.Hundredths);
    }

    /// <summary>Goal: the balance is the same whether it comes from entries, from a stored sum, or from both.</summary>
    [Fact]
    public async Task A_course_balance_counts_every_entry_once_before_and_after_its_sum_is_stored()
    {
        const int learnersCount = 1_200;
        await EarnAsync(0, learnersCount);
        var expected = new CourseBalance("AMA_PRA_1", learnersCount * 100, 0, 0, 0, learnersCount);

        Assert.Equal([expected], await Store.CourseEntries.ReadBalanceAsync("summed", Cancellation)); // Stores the sum.
        Assert.Equal([expected], await Store.CourseEntries.ReadBalanceAsync("summed", Cancellation));

        await EarnAsync(learnersCount, 10);
        var moved = new (CourseEntryKind Kind, long Hundredths)[]
        {
            (CourseEntryKind.Claimed, 50), (CourseEntryKind.Expired, 20), (CourseEntryKind.Reversed, 40), (CourseEntryKind.Returned, 5), (CourseEntryKind.Reinstated, 15),
        };
        var append = TestRows.Earn("summed-mover", courseId: "summed");
        await Store.Journal.AppendAsync(append with
        {
            CourseEntries =
            [
                .. moved.Select((move, n) => append.CourseEntries[0] with
                {
                    N = n, Kind = move.Kind, Amount = CreditAmount.FromHundredths(move.Hundredths), IsFirstOfLearner = false, ClaimBy = null,
                }),
            ],
        });
        await Store.Journal.AppendAsync(TestRows.Earn("summed-other", courseId: "summed", creditType: "ACEP_1"));

        var issued = ((learnersCount + 10) * 100) - 40 + 15;
        Assert.Equal(
            [new("ACEP_1", 100, 0, 0, 0, 1), new("AMA_PRA_1", issued, 45, 25, 20, learnersCount + 10)],
            await Store.CourseEntries.ReadBalanceAsync("summed", Cancellation));
        Assert.Empty(await Store.CourseEntries.ReadBalanceAsync("nobody's", Cancellation));

        async Task EarnAsync(int first, int count) => await Task.WhenAll(Enumerable.Range(first, count)
            .Select(number => Store.Journal.AppendAsync(TestRows.Earn($"summed-{number}", courseId: "summed"))));
    }

    [Theory]
    [InlineData(0, new[] { "due-1", "due-2" })]
    [InlineData(1, new[] { "due-1", "due-2", "due-3" })]
    public async Task Ledgers_with_credit_due_are_listed_once_and_in_order(int daysMore, string[] expected)
    {
        var from = new DateOnly(2031, 3, 1);
        if (await Store.Journal.ReadPageAsync("due-1", 0, 1, Cancellation) is [])
        {
            foreach (var (ledgerId, days) in new[] { ("due-2", 0), ("due-1", 2), ("due-3", 3), ("due-0", -1) })
            {
                await Store.Journal.AppendAsync(TestRows.Earn(ledgerId, claimBy: from.AddDays(days)));
            }

            var first = TestRows.Earn("due-1", claimBy: from.AddDays(2));
            await Store.Journal.AppendAsync(TestRows.Earn("due-1", 2, after: first.Row, claimBy: from.AddDays(1)));
        }

        Assert.Equal(expected, await Store.CourseEntries.ListLedgersDueAsync(from, from.AddDays(2 + daysMore), null, 10, Cancellation));
        Assert.Equal(["due-2"], await Store.CourseEntries.ListLedgersDueAsync(from, from.AddDays(2), "due-1", 1, Cancellation));
    }

    [Fact]
    public async Task A_document_is_stored_once_and_the_second_writer_gets_the_first_ones_bytes()
    {
        var first = Document("crt_1", 1);
        Assert.Null(await Store.Documents.ReadAsync("crt_1", Cancellation));

        Assert.Equal(first, await Store.Documents.PutIfAbsentAsync(first, Cancellation));
        var second = await Store.Documents.PutIfAbsentAsync(Document("crt_1", 2), Cancellation);

        Assert.Equal(first.Sealed.ToArray(), second.Sealed.ToArray());
        Assert.Equal(first.Sha256.ToArray(), (await Store.Documents.ReadAsync("crt_1", Cancellation))!.Sha256.ToArray());

        static StoredDocument Document(string id, byte content) => new(id, SHA256.HashData([content]), Enumerable.Repeat(content, 100_000).ToArray());
    }

    [Fact]
    public async Task The_newest_snapshot_wins_whatever_order_they_are_written_in()
    {
        var snapshot = new LedgerSnapshot("snapped", 200, 1, new byte[32], new byte[] { 2 });
        await Store.Snapshots.WriteAsync(snapshot, Cancellation);
        await Store.Snapshots.WriteAsync(snapshot with { Seq = 100, State = new byte[] { 1 } }, Cancellation);

        var opening = await Store.Journal.ReadOpeningAsync("snapped", 1, Cancellation);
        Assert.Equal(200, opening.Snapshot!.Seq);
        Assert.Equal(2, opening.Snapshot.State.Span[0]);
        Assert.False(opening.DoesSnapshotFit);
        Assert.Null((await Store.Journal.ReadOpeningAsync("snapped", 2, Cancellation)).Snapshot);
    }

    [Fact]
    public async Task Snapshots_of_the_fold_before_stay_while_nodes_are_upgraded_and_older_ones_go()
    {
        var first = new LedgerSnapshot("refolded", 200, 1, new byte[32], new byte[] { 1 });
        await Store.Snapshots.WriteAsync(first, Cancellation);
        await Store.Snapshots.WriteAsync(first with { LedgerId = "untouched" }, Cancellation);
        await Store.Snapshots.WriteAsync(first with { FoldVersion = 2 }, Cancellation);
        Assert.NotNull((await Store.Journal.ReadOpeningAsync("refolded", 1, Cancellation)).Snapshot);

        await Store.Snapshots.WriteAsync(first with { FoldVersion = 3 }, Cancellation);

        Assert.Null((await Store.Journal.ReadOpeningAsync("refolded", 1, Cancellation)).Snapshot);
        Assert.NotNull((await Store.Journal.ReadOpeningAsync("refolded", 2, Cancellation)).Snapshot);
        Assert.NotNull((await Store.Journal.ReadOpeningAsync("refolded", 3, Cancellation)).Snapshot);
        Assert.NotNull((await Store.Journal.ReadOpeningAsync("untouched", 1, Cancellation)).Snapshot);
    }

    [Fact]
    public async Task Ledger_opens_with_its_snapshot_its_leaf_and_the_rows_after_the_snapshot()
    {
        var first = TestRows.Earn("opened");
        var second = TestRows.Earn("opened", 2, after: first.Row);
        var third = TestRows.Earn("opened", 3, after: second.Row);
        foreach (var append in (LedgerAppend[])[first, second, third])
        {
            await Store.Journal.AppendAsync(append);
        }

        var bare = await Store.Journal.ReadOpeningAsync("opened", 1, Cancellation);
        Assert.Null(bare.Snapshot);
        Assert.Equal([1, 2, 3], bare.Rows.Select(row => row.Seq));
        Assert.False(bare.HasMore);

        await Store.Snapshots.WriteAsync(new("opened", 2, 1, second.Row.Hash, new byte[] { 7 }), Cancellation);
        var copied = await Store.Journal.ReadOpeningAsync("opened", 1, Cancellation);
        Assert.True(copied.DoesSnapshotFit);
        Assert.Equal(second.Row.Hash.ToArray(), copied.Snapshot!.Hash.ToArray());
        Assert.Equal(third.Row.Hash.ToArray(), Assert.Single(copied.Rows).Hash.ToArray());

        await Store.Snapshots.WriteAsync(new("opened", 3, 1, second.Row.Hash, new byte[] { 8 }), Cancellation);
        var misfit = await Store.Journal.ReadOpeningAsync("opened", 1, Cancellation);
        Assert.False(misfit.DoesSnapshotFit);
        Assert.Equal([1, 2, 3], misfit.Rows.Select(row => row.Seq));

        Assert.Empty((await Store.Journal.ReadOpeningAsync("never", 1, Cancellation)).Rows);
    }

    [Fact]
    public async Task Checkpoints_cover_each_row_once_and_their_numbers_are_taken_once()
    {
        var first = TestRows.Earn("checked-1");
        await Store.Journal.AppendAsync(first);
        await Store.Journal.AppendAsync(TestRows.Earn("checked-2"));

        var changed = await ReadChangedAsync(null, ("checked-1", 1), ("checked-2", 1));
        var head = Assert.Single(changed.Heads, leaf => leaf.LedgerId == "checked-1");
        Assert.Equal(1, head.Seq);
        Assert.Equal(first.Row.Hash.ToArray(), head.Hash.ToArray());
        Assert.Equal(changed.Heads.Select(leaf => leaf.LedgerId).Order(StringComparer.Ordinal), changed.Heads.Select(leaf => leaf.LedgerId));

        var one = Checkpoint(1, changed.Watermark);
        Assert.True(await Store.Checkpoints.AppendAsync(one, changed.Heads, Cancellation));
        Assert.False(await Store.Checkpoints.AppendAsync(one, changed.Heads, Cancellation));
        Assert.Equal(changed.Heads.Length, (await Store.Checkpoints.ReadLeavesAsync(1, Cancellation)).Length);

        var second = TestRows.Earn("checked-1", 2, after: first.Row);
        var third = TestRows.Earn("checked-1", 3, after: second.Row);
        await Store.Journal.AppendAsync(second);
        await Store.Journal.AppendAsync(third);
        var next = await ReadChangedAsync(await Store.Checkpoints.ReadLatestAsync(Cancellation), ("checked-1", 3));
        Assert.Equal("checked-1", Assert.Single(next.Heads).LedgerId);
        Assert.Equal(3, next.Heads[0].Seq);
        Assert.Equal(2, next.Rows);

        Assert.True(await Store.Checkpoints.AppendAsync(Checkpoint(2, next.Watermark), next.Heads, Cancellation));
        Assert.Equal(3, (await Store.Journal.ReadOpeningAsync("checked-1", 1, Cancellation)).NewestLeaf!.Seq);
        Assert.Equal(1, (await Store.Journal.ReadOpeningAsync("checked-2", 1, Cancellation)).NewestLeaf!.Seq);
        Assert.Null((await Store.Journal.ReadOpeningAsync("checked-3", 1, Cancellation)).NewestLeaf);
        Assert.Equal([2], (await Store.Checkpoints.ReadPageAsync(1, 10, Cancellation)).Select(checkpoint => checkpoint.Number));
        Assert.Empty(await Store.Checkpoints.ListBehindAsync(10, Cancellation));
        Assert.Empty((await Store.Checkpoints.ReadChangedAsync(await Store.Checkpoints.ReadLatestAsync(Cancellation), Cancellation)).Heads);
    }

    [Fact]
    public async Task A_store_in_use_is_healthy()
    {
        var health = await Store.CheckAsync(Cancellation);

        Assert.True(health.IsReachable);
        Assert.True(health.IsMigrated);
        Assert.Equal(0, health.Backlog);
        Assert.InRange(health.ClockSkew.TotalSeconds, -2, 2);
    }

    /// <summary>Reads until the heads named are among them: other tests' transactions on the same server hold rows back until they end.</summary>
    private async Task<ChangedLedgers> ReadChangedAsync(StoredCheckpoint? since, params (string LedgerId, long Seq)[] heads)
    {
        var changed = await Store.Checkpoints.ReadChangedAsync(since, Cancellation);
        await Eventually.HoldsAsync(async () =>
        {
            changed = await Store.Checkpoints.ReadChangedAsync(since, Cancellation);
            return heads.All(head => changed.Heads.Any(leaf => (leaf.LedgerId, leaf.Seq) == head));
        });
        return changed;
    }

    internal static StoredCheckpoint Checkpoint(long number, string watermark) => new(
        number, DateTimeOffset.UnixEpoch, "{}"u8.ToArray(), new byte[64], "key-1", watermark);
}
