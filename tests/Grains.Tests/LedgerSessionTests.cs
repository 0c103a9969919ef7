using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Ledger.Snapshots;
using CmeOrleans.Grains.Learners;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Grains.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace CmeOrleans.Grains.Tests;

public sealed class LedgerSessionTests
{
    /// <summary>Memory keeps the first half of a fingerprint; the row has the whole, and it decides.</summary>
    [Theory]
    [InlineData(-1, LedgerStatus.Repeated)]
    [InlineData(0, LedgerStatus.IdempotencyKeyReused)]
    [InlineData(31, LedgerStatus.IdempotencyKeyReused)]
    public async Task A_repeat_has_the_whole_fingerprint_of_its_row(int changedByte, LedgerStatus expected)
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync();
        await scene.EarnAsync("t1");
        var opening = await ReadOpeningAsync(node);
        var row = Assert.Single(opening.Rows);
        var fingerprint = row.Fingerprint.ToArray();
        if (changedByte >= 0)
        {
            fingerprint[changedByte] ^= 1;
        }

        var session = await LoadAsync(node);
        var request = new VoidClaimRequest(new(row.CommandKey, fingerprint), default, "Repeated.");
        var result = await session.RunAsync(
            request.Id, now => ValueTask.FromResult(session.Ledger.Decide(request, node.Service<CreditTypePack>(), now)));

        Assert.Equal(expected, result.Status);
    }

    /// <summary>
    /// A snapshot can outlive the history that it was taken of, as when a journal is restored from a backup. Goal: the
    /// ledger is what its rows say. Method: a readable snapshot of another history of the same learner, which ends before,
    /// at or after the newest row here.
    /// </summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_snapshot_of_another_history_is_ignored(int rowsCount)
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync();
        await scene.EarnAsync("t1", "t2");
        Assert.Equal(300, (await scene.Learner.ClaimAsync(Scene.ClaimAll("c1"))).Value!.TotalHundredths);
        await using var elsewhere = await LedgerNode.StartAsync();
        await (await new Scene(elsewhere).SetAsync()).EarnAsync([.. Enumerable.Range(1, rowsCount).Select(n => $"t{n}")]);
        var other = (await LoadAsync(elsewhere)).Ledger;
        await node.Service<ISnapshotStore>().WriteAsync(
            new(Scene.LearnerId, other.Version, LedgerSnapshotCodec.FoldVersion, other.HeadHash, LedgerSnapshotCodec.Write(other)),
            TestContext.Current.CancellationToken);
        var opening = await ReadOpeningAsync(node);
        Assert.Equal((rowsCount, false), (opening.Snapshot!.Seq, opening.DoesSnapshotFit));

        var session = await LoadAsync(node);

        var totals = session.Ledger.TotalsAt(node.Time.GetUtcNow())[Scene.Ama];
        Assert.Equal((300, 0, 300), (totals.Earned.Hundredths, totals.Available.Hundredths, totals.Claimed.Hundredths));
        Assert.Equal(opening.Rows[^1].Hash.ToArray(), session.Ledger.HeadHash.ToArray());
        Assert.Equal((3, false), (session.Ledger.Version, await session.RefreshAsync()));
    }

    private static Task<LedgerOpening> ReadOpeningAsync(LedgerNode node) => node.Service<ILedgerJournal>().ReadOpeningAsync(
        Scene.LearnerId, LedgerSnapshotCodec.FoldVersion, TestContext.Current.CancellationToken);

    private static async Task<LedgerSession> LoadAsync(LedgerNode node)
    {
        var session = new LedgerSession(
            Scene.LearnerId,
            node.Service<ILedgerJournal>(),
            node.Service<ISnapshotStore>(),
            node.Service<IStorageHealth>(),
            node.Time,
            NullLogger.Instance);
        await session.LoadAsync(TestContext.Current.CancellationToken);
        return session;
    }
}
