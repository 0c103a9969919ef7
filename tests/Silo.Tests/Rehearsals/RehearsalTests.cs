using CmeOrleans.Domain;
using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Ledger.Snapshots;
using CmeOrleans.Silo.Health;
using CmeOrleans.Silo.Rehearsals;
using Microsoft.Extensions.Logging.Abstractions;

namespace CmeOrleans.Silo.Tests.Rehearsals;

/// <summary>What is rehearsed is what a ledger goes through when it wakes up, with the pack that the product ships with.</summary>
public sealed class RehearsalTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);
    private static readonly CreditTypePack Pack = CreditTypePack.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "data", "credit-types.json")));

    [Fact]
    public void Made_up_learner_earns_and_claims_half_by_the_rules()
    {
        var learner = new MadeUpLearner(Pack, Now);

        learner.LearnAndClaim();
        learner.LearnAndClaim();

        var totals = Assert.Single(learner.Ledger.TotalsAt(Now)).Value;
        Assert.Equal((4L, 2, 2), (learner.Ledger.Version, learner.Ledger.Earnings.Count, learner.Ledger.Claims.Count));
        Assert.Equal(totals.Claimed, totals.Available);
        Assert.NotEqual(CreditAmount.Zero, totals.Claimed);
    }

    [Fact]
    public void Rows_of_a_made_up_learner_wake_up_to_the_same_ledger()
    {
        var learner = new MadeUpLearner(Pack, Now);
        learner.LearnAndClaim();
        var replayed = new LearnerLedger(learner.Ledger.LedgerId);
        learner.Rows.ForEach(replayed.Apply);
        var copied = LedgerSnapshotCodec.Read(replayed.LedgerId, LedgerSnapshotCodec.Write(replayed));

        Assert.Equal(learner.Ledger.HeadHash.ToArray(), copied.HeadHash.ToArray());
        Assert.Equal(learner.Ledger.TotalsAt(Now), copied.TotalsAt(Now));
    }

    [Fact]
    public async Task Nothing_is_rehearsed_before_the_node_is_open_and_much_after()
    {
        var (state, time) = (new NodeState(), new CountingTime());
        using var rehearsal = new Rehearsal(Pack, state, time, NullLogger<Rehearsal>.Instance);

        var rehearsing = rehearsal.RehearseAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, time.Asked);

        state.Open();
        await rehearsing;
        Assert.InRange(time.Asked, 60, int.MaxValue);
    }

    [Fact]
    public async Task A_stop_ends_it()
    {
        using var stop = new CancellationTokenSource();
        var (state, time) = (new NodeState(), new CountingTime());
        using var rehearsal = new Rehearsal(Pack, state, time, NullLogger<Rehearsal>.Instance);
        state.Open();
        time.WhenAsked = asked => (asked == 3 ? stop : null)?.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rehearsal.RehearseAsync(stop.Token));

        Assert.Equal(3, time.Asked);
    }

    [Fact]
    public async Task What_breaks_it_does_not_break_the_node()
    {
        var (state, time) = (new NodeState(), new CountingTime());
        using var rehearsal = new Rehearsal(Pack, state, time, NullLogger<Rehearsal>.Instance);
        state.Open();
        time.WhenAsked = asked => throw new InvalidOperationException($"Asked {asked} times.");

        await rehearsal.RehearseAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, time.Asked);
    }

    private sealed class CountingTime : TimeProvider
    {
        public int Asked { get; private set; }

        public Action<int>? WhenAsked { get; set; }

        public override DateTimeOffset GetUtcNow()
        {
            Asked++;
            WhenAsked?.Invoke(Asked);
            return Now;
        }
    }
}
