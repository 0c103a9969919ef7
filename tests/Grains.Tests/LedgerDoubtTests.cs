using CmeOrleans.Domain.Ledger.Events;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Grains.Tests.Support;

namespace CmeOrleans.Grains.Tests;

/// <summary>What a ledger does when it cannot be sure: races that others win, appends of unknown fate, memory that is old, clocks that are wrong.</summary>
public sealed class LedgerDoubtTests
{
    private static readonly TimeSpan SkewMax = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Claim_that_loses_two_races_is_done_at_the_third_attempt()
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync();
        await scene.EarnAsync("t1");
        await using var twin = await node.StartTwinAsync();
        var attempts = LetRivalWin(node.Journal, new Scene(twin).Learner, racesCount: 2);
        var openings = await CountOpeningsAsync(node, twin);

        var claim = await scene.Learner.ClaimAsync(Scene.ClaimAll("c1"));

        Assert.Equal((Outcome.Done, 450), (claim.Outcome, claim.Value!.TotalHundredths));
        Assert.Equal([2L, 3L, 4L], attempts);
        Assert.Equal(450, await ClaimedAsync(scene.Learner));
        Assert.Equal(openings, node.Journal.OpeningsCount);
    }

    /// <summary>
    /// On a ledger that others keep writing to, an activation must not try for ever, nor go on with what it has. Goal: after
    /// three lost races the caller hears that the store is busy and a new activation replays the journal. Method: another
    /// node really stores a row in front of each attempt.
    /// </summary>
    [Fact]
    public async Task Claim_that_loses_three_races_is_given_up_and_the_next_command_replays_the_journal()
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync();
        await scene.EarnAsync("t1");
        await using var twin = await node.StartTwinAsync();
        var attempts = LetRivalWin(node.Journal, new Scene(twin).Learner, racesCount: 6);
        var openings = await CountOpeningsAsync(node, twin);

        var exception = await Assert.ThrowsAsync<StorageUnavailableException>(() => scene.Learner.ClaimAsync(Scene.ClaimAll("c1")));

        Assert.Equal("Other writers were faster 3 times in a row.", exception.Message);
        Assert.Equal([2L, 3L, 4L], attempts);
        Assert.Equal(openings, node.Journal.OpeningsCount);

        node.Journal.BeforeAppend = static _ => Task.CompletedTask;
        var claim = await scene.Learner.ClaimAsync(Scene.ClaimAll("c1"));

        Assert.Equal((Outcome.Done, 600), (claim.Outcome, claim.Value!.TotalHundredths));
        Assert.Equal(600, await ClaimedAsync(scene.Learner));
        Assert.Equal(openings + 1, node.Journal.OpeningsCount);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Journal_is_replayed_once_after_an_append_of_unknown_fate(bool isStored)
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync();
        await scene.EarnAsync("t1");
        var openings = node.Journal.OpeningsCount;
        if (isStored)
        {
            node.Journal.LoseNextAnswer();
        }
        else
        {
            node.Journal.RefuseNextAppend();
        }

        await Assert.ThrowsAsync<StorageUnavailableException>(() => scene.Learner.ClaimAsync(Scene.ClaimAll("c1")));

        Assert.Equal(isStored ? 150 : 0, await ClaimedAsync(scene.Learner));
        Assert.Equal(openings + 1, node.Journal.OpeningsCount);
        Assert.Equal(isStored ? Outcome.Repeated : Outcome.Done, (await scene.Learner.ClaimAsync(Scene.ClaimAll("c1"))).Outcome);
        Assert.Equal(openings + 1, node.Journal.OpeningsCount);
    }

    [Fact]
    public async Task Credit_that_another_node_gave_back_is_not_refused()
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync();
        await scene.EarnAsync("t1");
        var first = await scene.Learner.ClaimAsync(Scene.ClaimAll("c1"));
        await using var twin = await node.StartTwinAsync();
        var voided = await new Scene(twin).Learner.VoidClaimAsync(Void("v1", first.Value!.ClaimId));
        Assert.Equal(Outcome.Done, voided.Outcome);

        var second = await scene.Learner.ClaimAsync(Scene.ClaimAll("c2"));

        Assert.Equal((Outcome.Done, 150), (second.Outcome, second.Value?.TotalHundredths));
        Assert.Equal("no-lines", (await scene.Learner.ClaimAsync(Scene.ClaimAll("c3"))).Refusal!.Code);
    }

    [Fact]
    public async Task Claim_that_another_node_made_can_be_voided()
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync();
        await scene.EarnAsync("t1");
        await using var twin = await node.StartTwinAsync();
        var claim = await new Scene(twin).Learner.ClaimAsync(Scene.ClaimAll("c1"));

        var voided = await scene.Learner.VoidClaimAsync(Void("v1", claim.Value!.ClaimId));

        Assert.Equal(Outcome.Done, voided.Outcome);
        Assert.Equal("claim-already-voided", (await new Scene(twin).Learner.VoidClaimAsync(Void("v2", claim.Value.ClaimId))).Refusal!.Code);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task Commands_are_done_by_a_clock_that_is_two_seconds_off(int sign)
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync();
        node.Health.ClockSkew = sign * SkewMax;

        await scene.EarnAsync("t1");

        Assert.Equal(Outcome.Done, (await scene.Learner.ClaimAsync(Scene.ClaimAll("c1"))).Outcome);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task No_command_is_decided_by_a_clock_that_is_more_than_two_seconds_off(int sign)
    {
        await using var node = await LedgerNode.StartAsync();
        var scene = await new Scene(node).SetAsync();
        await scene.EarnAsync("t1", "t2");
        var credit = (await scene.Learner.GetCreditsAsync(new() { CreditType = Scene.Ama, Sort = "earnedAt", Limit = 50 }))!.Items[0];
        var half = Scene.ClaimAll("c1") with { All = false, Lines = [new() { CreditId = credit.CreditId, AmountHundredths = 75 }] };
        var claim = await scene.Learner.ClaimAsync(half);
        var version = claim.Value!.Version;
        node.Health.ClockSkew = sign * (SkewMax + TimeSpan.FromTicks(1));

        await RefusesAsync(() => scene.Learner.EarnAsync(Scene.Earn("t3")));
        await RefusesAsync(() => scene.Learner.ClaimAsync(Scene.ClaimAll("c2")));
        await RefusesAsync(() => scene.Learner.VoidClaimAsync(Void("v1", claim.Value.ClaimId)));
        await RefusesAsync(() => scene.Learner.ReverseEarningAsync(new() { Key = "r1", Tenant = Scene.Tenant, EarningId = credit.EarningId, Reason = "entered twice" }));
        node.Time.Advance(TimeSpan.FromDays(4 * 366));
        await RefusesAsync(scene.Learner.ExpireAsync);
        Assert.Equal(version, (await scene.Learner.GetBalanceAsync())!.Version);

        node.Health.ClockSkew = TimeSpan.Zero;
        Assert.True(await scene.Learner.ExpireAsync());
        Assert.Equal(version + 1, (await scene.Learner.GetBalanceAsync())!.Version);
    }

    /// <summary>Another node earns a topic in front of each of the next claims; the list has the seqs that the claims were to have.</summary>
    private static List<long> LetRivalWin(WatchedJournal journal, ILearnerGrain rival, int racesCount)
    {
        List<long> attempts = [];
        journal.BeforeAppend = async append =>
        {
            if (append.Row.Kind is not LedgerEventCodec.ClaimedKind)
            {
                return;
            }

            attempts.Add(append.Row.Seq);
            if (attempts.Count <= racesCount)
            {
                Assert.Equal(Outcome.Done, (await rival.EarnAsync(Scene.Earn($"t{attempts.Count + 1}"))).Outcome);
            }
        };
        return attempts;
    }

    /// <summary>How often ledgers were opened once both nodes have theirs.</summary>
    private static async Task<int> CountOpeningsAsync(LedgerNode node, LedgerNode twin)
    {
        Assert.Equal(0, await ClaimedAsync(new Scene(twin).Learner));
        Assert.Equal(0, await ClaimedAsync(new Scene(node).Learner));
        return node.Journal.OpeningsCount;
    }

    private static async Task<long> ClaimedAsync(ILearnerGrain learner) =>
        (await learner.GetBalanceAsync())!.Balances.Single(line => line.CreditType == Scene.Ama).ClaimedHundredths;

    private static async Task RefusesAsync<T>(Func<Task<T>> command)
    {
        var exception = await Assert.ThrowsAsync<StorageUnavailableException>(command);
        Assert.Contains("more than two seconds apart", exception.Message, StringComparison.Ordinal);
    }

    private static VoidClaimCommand Void(string key, string claimId) => new() { Key = key, Tenant = Scene.Tenant, ClaimId = claimId, Reason = "by mistake" };
}
