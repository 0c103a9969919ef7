using CmeOrleans.Domain.Identifiers;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Tests.Support;

namespace CmeOrleans.Domain.Tests.Ledger;

/// <summary>The rules for one line of a claim. Goal: every bad line is named with the first thing that is wrong with it.</summary>
public sealed class LineRulesTests
{
    private readonly TestLedger _learner = new();
    private readonly Credit _credit;
    private readonly Credit _otherType;
    private readonly Credit _expired;

    public LineRulesTests()
    {
        var credits = _learner.Earned(Topic("a", Sample.Worth(Sample.Ama, 150), Sample.Worth(Sample.Acep, 150)));
        (_credit, _otherType) = (credits[0], credits[1]);
        _expired = _learner.Earned(Topic("b", Sample.Worth(Sample.Ama, 150, new DateOnly(2026, 3, 1))))[0];
        _learner.Now = _learner.Now.AddDays(1);
    }

    [Theory]
    [InlineData(long.MinValue, LedgerStatus.LineAmountNotPositive)]
    [InlineData(-25, LedgerStatus.LineAmountNotPositive)]
    [InlineData(0, LedgerStatus.LineAmountNotPositive)]
    [InlineData(1, LedgerStatus.LineNotMultipleOfStep)]
    [InlineData(24, LedgerStatus.LineNotMultipleOfStep)]
    [InlineData(25, LedgerStatus.Accepted)]
    [InlineData(26, LedgerStatus.LineNotMultipleOfStep)]
    [InlineData(150, LedgerStatus.Accepted)]
    [InlineData(151, LedgerStatus.LineNotMultipleOfStep)]
    [InlineData(175, LedgerStatus.LineMoreThanAvailable)]
    [InlineData(long.MaxValue, LedgerStatus.LineNotMultipleOfStep)]
    [InlineData(long.MaxValue - 7, LedgerStatus.LineMoreThanAvailable)]
    public void Amount_is_positive_in_whole_steps_and_available(long hundredths, LedgerStatus expected)
    {
        var decision = _learner.Claim(Sample.Ama, (_credit, hundredths));

        Assert.Equal(expected, decision.Status is LedgerStatus.Accepted ? LedgerStatus.Accepted : decision.Lines.Single().Status);
    }

    [Fact]
    public void Contact_hours_are_claimed_to_the_hundredth()
    {
        var credit = _learner.Earned(Topic("c", Sample.Worth(Sample.Ancc, 101)))[0];

        _learner.Claimed((credit, 1));
        _learner.Claimed((credit, 100));

        Assert.Equal(LedgerStatus.LineMoreThanAvailable, _learner.Claim(Sample.Ancc, (credit, 1)).Lines.Single().Status);
    }

    [Fact]
    public void Credit_is_claimed_in_parts_down_to_nothing()
    {
        foreach (var left in (long[])[125, 100, 75, 50, 25, 0])
        {
            _learner.Claimed((_credit, 25));
            Assert.Equal(left, _credit.Available.Hundredths);
        }

        Assert.Equal(LedgerStatus.LineMoreThanAvailable, _learner.Claim(Sample.Ama, (_credit, 25)).Lines.Single().Status);
        Assert.Equal(150, _credit.Claimed.Hundredths);
    }

    /// <summary>Every pair of neighbours in the order of the rules is broken at once: the earlier one answers.</summary>
    [Fact]
    public void First_thing_wrong_with_a_line_is_its_refusal()
    {
        var unknown = new RequestedLine(new CreditId(Guid.Empty), 0);
        RequestedLine[] lines =
        [
            unknown,
            new(_otherType.Id, 0),
            new(_expired.Id, 0),
            new(_credit.Id, 25),
            new(_credit.Id, 0),
            unknown,
            new(_otherType.Id, 13),
            new(_expired.Id, 9_999),
        ];

        var decision = Decide(lines);

        Assert.Equal(LedgerStatus.LinesRefused, decision.Status);
        Assert.Equal(
            [
                new(0, LedgerStatus.LineCreditUnknown),
                new(1, LedgerStatus.LineWrongType),
                new(2, LedgerStatus.LineExpired),
                new(3, LedgerStatus.LineListedTwice),
                new(4, LedgerStatus.LineListedTwice),
                new(5, LedgerStatus.LineCreditUnknown),
                new(6, LedgerStatus.LineWrongType),
                new LineRefusal(7, LedgerStatus.LineExpired),
            ],
            decision.Lines);
    }

    [Fact]
    public void Every_line_of_a_credit_that_is_listed_twice_is_named()
    {
        var good = _learner.Earned(Topic("c", Sample.Worth(Sample.Ama, 100)))[0];

        var decision = Decide(new(_credit.Id, 25), new(good.Id, 25), new(_credit.Id, 25), new(_credit.Id, 50));

        Assert.Equal([0, 2, 3], decision.Lines.Select(line => line.Index));
        Assert.All(decision.Lines, line => Assert.Equal(LedgerStatus.LineListedTwice, line.Status));
    }

    [Theory]
    [InlineData(-1, LedgerStatus.LineAmountNotPositive)]
    [InlineData(9_999, LedgerStatus.LineNotMultipleOfStep)]
    [InlineData(10_000, LedgerStatus.LineMoreThanAvailable)]
    public void One_bad_line_refuses_the_whole_claim(long hundredths, LedgerStatus expected)
    {
        var good = _learner.Earned(Topic("c", Sample.Worth(Sample.Ama, 100)))[0];

        var decision = _learner.Claim(Sample.Ama, (good, 100), (_credit, hundredths));

        Assert.Equal([new LineRefusal(1, expected)], decision.Lines);
        Assert.Empty(_learner.Ledger.Claims);
        Assert.Equal(100, good.Available.Hundredths);
    }

    [Fact]
    public void Credit_claimed_to_the_end_in_time_is_used_up_and_not_expired()
    {
        _learner.Claimed((_credit, 150));
        _learner.Now = _credit.ClaimableUntil;

        Assert.Equal(LedgerStatus.LineMoreThanAvailable, _learner.Claim(Sample.Ama, (_credit, 25)).Lines.Single().Status);
    }

    [Fact]
    public void Credit_is_expired_before_and_after_it_is_written_down()
    {
        Assert.Equal(LedgerStatus.LineExpired, _learner.Claim(Sample.Ama, (_expired, 25)).Lines.Single().Status);
        Assert.NotNull(_learner.Expire());
        Assert.Equal(LedgerStatus.LineExpired, _learner.Claim(Sample.Ama, (_expired, 25)).Lines.Single().Status);
    }

    [Fact]
    public void Credit_of_a_reversed_earning_has_nothing_left()
    {
        _learner.Reverse(_credit.Earning.Id);

        Assert.Equal(LedgerStatus.LineMoreThanAvailable, _learner.Claim(Sample.Ama, (_credit, 25)).Lines.Single().Status);
    }

    private static EarnTerms Topic(string topicId, params TopicCreditTerms[] credits) =>
        Sample.Course with { Topic = Sample.Topic(topicId, [.. credits]) };

    private Decision<ClaimPlan> Decide(params RequestedLine[] lines) =>
        _learner.Claim(new ClaimRequest(_learner.NextCommand(), Sample.Ama, [.. lines], null));
}
