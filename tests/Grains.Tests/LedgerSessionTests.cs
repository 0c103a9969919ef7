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
        var opening = await node.Service<ILedgerJournal>().ReadOpeningAsync(
            Scene.LearnerId, LedgerSnapshotCodec.FoldVersion, TestContext.Current.CancellationToken);
        var row = Assert.Single(opening.Rows);
        var fingerprint = row.Fingerprint.ToArray();
        if (changedByte >= 0)
        {
            fingerprint[changedByte] ^= 1;
        }

        var session = new LedgerSession(
            Scene.LearnerId,
            node.Service<ILedgerJournal>(),
            node.Service<ISnapshotStore>(),
            node.Service<IStorageHealth>(),
            node.Time,
            NullLogger.Instance);
        await session.LoadAsync(TestContext.Current.CancellationToken);
        var request = new VoidClaimRequest(new(row.CommandKey, fingerprint), default, "Repeated.");
        var result = await session.RunAsync(
            request.Id, now => ValueTask.FromResult(session.Ledger.Decide(request, node.Service<CreditTypePack>(), now)));

        Assert.Equal(expected, result.Status);
    }
}
