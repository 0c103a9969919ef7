using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Tests.Support;

namespace CmeOrleans.Domain.Tests.Ledger;

/// <summary>Credits of one earning that exclude each other: claiming a share of one consumes that share of the others.</summary>
public sealed class ExclusiveGroupsTests
{
    private readonly TestLedger _learner = new();

    [Fact]
    public void Claiming_all_of_one_leaves_nothing_of_the_others()
    {
        var (ama, acep, ancc) = EarnThree(100, 150, 120);

        _learner.Claimed((ama, 100));

        Assert.Equal((0L, 0L), (acep.Available.Hundredths, ancc.Available.Hundredths));
        Assert.Equal((150L, 120L), (acep.Forgone.Hundredths, ancc.Forgone.Hundredths));
        Assert.Equal(acep.Forgone, acep.Reversed);
    }

    [Theory]
    [InlineData(25, 75, 75)]
    [InlineData(50, 50, 50)]
    [InlineData(75, 25, 25)]
    [InlineData(100, 0, 0)]
    public void Same_share_is_consumed_of_each(long claimed, long acepLeft, long anccLeft)
    {
        var (ama, acep, ancc) = EarnThree(100, 100, 100);

        _learner.Claimed((ama, claimed));

        Assert.Equal((acepLeft, anccLeft), (acep.Available.Hundredths, ancc.Available.Hundredths));
    }

    [Fact]
    public void What_is_left_is_rounded_down_to_the_step_of_its_type()
    {
        var (ama, acep, ancc) = EarnThree(75, 200, 100);

        _learner.Claimed((ama, 25));

        // Two thirds: 1.33… credits to a step of 0.25, and 0.66… contact hours to a step of 0.01.
        Assert.Equal((125L, 66L), (acep.Available.Hundredths, ancc.Available.Hundredths));
    }

    [Fact]
    public void Parts_claimed_in_turn_never_come_to_more_than_the_whole()
    {
        var (ama, acep, ancc) = EarnThree(100, 200, 300);

        _learner.Claimed((ama, 25));
        _learner.Claimed((acep, 50));
        _learner.Claimed((ancc, 150));

        Assert.Equal((0L, 0L, 0L), (ama.Available.Hundredths, acep.Available.Hundredths, ancc.Available.Hundredths));
        Assert.Equal((25L, 50L, 150L), (ama.Claimed.Hundredths, acep.Claimed.Hundredths, ancc.Claimed.Hundredths));
    }

    [Fact]
    public void Many_small_claims_come_to_the_same_as_one_large_one()
    {
        var (ama, acep, ancc) = EarnThree(175, 225, 331);
        var (otherAma, otherAcep, otherAncc) = EarnThree(175, 225, 331, "topic-2");

        for (var n = 0; n < 5; n++)
        {
            _learner.Claimed((ama, 25));
        }

        _learner.Claimed((otherAma, 125));

        Assert.Equal((otherAcep.Available, otherAncc.Available), (acep.Available, ancc.Available));
    }

    [Fact]
    public void Voiding_gives_back_exactly_what_the_claim_consumed()
    {
        var (ama, acep, ancc) = EarnThree(175, 225, 331);
        _learner.Claimed((ama, 25));
        var (acepBefore, anccBefore) = (acep.Available, ancc.Available);
        var claim = _learner.Claimed((ama, 75));

        _learner.Void(claim.Id);

        Assert.Equal((acepBefore, anccBefore), (acep.Available, ancc.Available));
        Assert.Equal((225L, 331L), ((acep.Available + acep.Reversed).Hundredths, (ancc.Available + ancc.Reversed).Hundredths));
    }

    [Fact]
    public void Voiding_all_claims_in_any_order_frees_the_whole_group()
    {
        var (ama, acep, ancc) = EarnThree(100, 200, 333);
        Claim[] claims = [_learner.Claimed((ama, 25)), _learner.Claimed((ancc, 101)), _learner.Claimed((acep, 25)), _learner.Claimed((ama, 25))];

        foreach (var n in (int[])[1, 3, 0, 2])
        {
            _learner.Void(claims[n].Id);
        }

        Assert.All([ama, acep, ancc], credit => Assert.Equal(credit.Amount, credit.Available));
    }

    /// <summary>What a member had left when its time passed was its share; only what its share lacks may come back.</summary>
    [Fact]
    public void Voiding_one_of_two_claims_reinstates_half_of_what_an_expired_member_had_forgone()
    {
        var group = Sample.Topic("topic-1", Sample.Worth(Sample.Ama, 100, null, "choice"), Sample.Worth(Sample.Acep, 100, new DateOnly(2026, 3, 31), "choice"));
        var credits = _learner.Earned(Sample.Course with { Topic = group });
        var first = _learner.Claimed((credits[0], 25));
        var second = _learner.Claimed((credits[0], 25));
        _learner.Now = credits[1].ClaimableUntil;
        Assert.Equal(50, _learner.Expire()?.Expired.Single().Hundredths.Hundredths);

        _learner.Void(first.Id);
        Assert.Equal((75L, 25L), (credits[1].Expired.Hundredths, credits[1].Forgone.Hundredths));

        _learner.Void(second.Id);
        Assert.Equal((100L, 0L), (credits[1].Expired.Hundredths, credits[1].Forgone.Hundredths));
    }

    [Fact]
    public void Nothing_is_reinstated_when_the_earning_was_taken_back()
    {
        var (ama, acep, ancc) = EarnThree(100, 100, 100);
        var claim = _learner.Claimed((ama, 50));
        _learner.Reverse(ama.Earning.Id);

        _learner.Void(claim.Id);

        Assert.All([ama, acep, ancc], credit => Assert.Equal((100L, 0L), (credit.Reversed.Hundredths, credit.Available.Hundredths)));
    }

    [Fact]
    public void Other_groups_and_other_earnings_are_left_alone()
    {
        var topic = Sample.Topic(
            "topic-1",
            Sample.Worth(Sample.Ama, 100, null, "one"),
            Sample.Worth(Sample.Acep, 100, null, "two"),
            Sample.Worth(Sample.Ancc, 100));
        var credits = _learner.Earned(Sample.Course with { Topic = topic });
        var (otherAma, otherAcep, _) = EarnThree(100, 100, 100, "topic-2");

        _learner.Claimed((credits[0], 100));

        Assert.All([credits[1], credits[2], otherAma, otherAcep], credit => Assert.Equal(credit.Amount, credit.Available));
    }

    [Fact]
    public void Course_sees_what_was_forgone_as_reversed_and_what_came_back_as_reinstated()
    {
        var (ama, _, _) = EarnThree(100, 100, 100);
        var claim = _learner.Claimed((ama, 50));
        _learner.Void(claim.Id);

        Assert.Equal(
            [
                (CourseEntryKind.Claimed, Sample.Ama), (CourseEntryKind.Reversed, Sample.Acep), (CourseEntryKind.Reversed, Sample.Ancc),
                (CourseEntryKind.Returned, Sample.Ama), (CourseEntryKind.Reinstated, Sample.Acep), (CourseEntryKind.Reinstated, Sample.Ancc),
            ],
            _learner.Entries.Skip(3).Select(entry => (entry.Kind, entry.CreditType)));
        Assert.All(_learner.Entries.Skip(3), entry => Assert.Equal(50, entry.Amount.Hundredths));
    }

    private (Credit Ama, Credit Acep, Credit Ancc) EarnThree(long ama, long acep, long ancc, string topicId = "topic-1")
    {
        var topic = Sample.Topic(
            topicId,
            Sample.Worth(Sample.Ama, ama, null, "choice"),
            Sample.Worth(Sample.Acep, acep, null, "choice"),
            Sample.Worth(Sample.Ancc, ancc, null, "choice"));
        var credits = _learner.Earned(Sample.Course with { Topic = topic });
        return (credits[0], credits[1], credits[2]);
    }
}
