using System.Diagnostics;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Ledger.Snapshots;
using CmeOrleans.Domain.Tests.Support;

namespace CmeOrleans.Domain.Tests.Ledger;

/// <summary>How large and how quick the snapshot of a very long ledger is. Size is asserted; times are printed, since a machine may be busy.</summary>
public sealed class SnapshotSpeedTests(ITestOutputHelper output)
{
    private const int Earnings = 5_000;
    private const int BytesPerRowMax = 130;

    [Fact]
    public void Snapshot_of_ten_thousand_rows_is_small()
    {
        var learner = new TestLedger();
        for (var n = 0; n < Earnings; n++)
        {
            var credit = learner.Earned(Sample.Course with { CourseId = $"course-{n % 100}", Topic = Sample.Topic($"topic-{n}", Sample.Worth(Sample.Ama, 150)) })[0];
            learner.Claimed((credit, 25));
        }

        var bytes = LedgerSnapshotCodec.Write(learner.Ledger);
        var write = Best(() => LedgerSnapshotCodec.Write(learner.Ledger));
        var read = Best(() => LedgerSnapshotCodec.Read(learner.Ledger.LedgerId, bytes));
        var replay = Best(() => Replay(learner), runs: 1);

        output.WriteLine($"{learner.Rows.Count} rows, {bytes.Length} bytes, {(double)bytes.Length / learner.Rows.Count:0.0} a row");
        output.WriteLine($"write {write.TotalMilliseconds:0.00} ms, read {read.TotalMilliseconds:0.00} ms, replay {replay.TotalMilliseconds:0} ms");
        Assert.Equal(2 * Earnings, learner.Rows.Count);
        Assert.InRange(bytes.Length, 1, BytesPerRowMax * learner.Rows.Count);
    }

    private static void Replay(TestLedger learner)
    {
        var ledger = new LearnerLedger(learner.Ledger.LedgerId);
        learner.Rows.ForEach(ledger.Apply);
    }

    private static TimeSpan Best(Action action, int runs = 20)
    {
        var best = TimeSpan.MaxValue;
        for (var run = 0; run < runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            var elapsed = Stopwatch.GetElapsedTime(start);
            best = elapsed < best ? elapsed : best;
        }

        return best;
    }
}
