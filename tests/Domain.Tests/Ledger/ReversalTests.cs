using CmeOrleans.Domain.Identifiers;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Tests.Support;

namespace CmeOrleans.Domain.Tests.Ledger;

/// <summary>Taking an earning back: what is available is reversed; what was claimed stays claimed and its claims are flagged.</summary>
public sealed class ReversalTests
{
    private readonly TestLedger _learner = new();
    private readonly Credit _credit;

    public ReversalTests() => _credit = _learner.Earned(Sample.Course)[0];

    [Fact]
    public void Unknown_foreign_and_reversed_earnings_are_refused_in_this_order()
    {
        Assert.Equal(LedgerStatus.EarningUnknown, _learner.Reverse(new EarningId(Guid.Empty)).Status);
        Assert.Equal(LedgerStatus.EarningUnknown, _learner.Reverse(_credit.Earning.Id, onlyProviderId: "provider-2").Status);
        Assert.Equal(LedgerStatus.Accepted, _learner.Reverse(_credit.Earning.Id, onlyProviderId: "provider-1").Status);
        Assert.Equal(LedgerStatus.EarningUnknown, _learner.Reverse(_credit.Earning.Id, onlyProviderId: "provider-2").Status);
        Assert.Equal(LedgerStatus.EarningAlreadyReversed, _learner.Reverse(_credit.Earning.Id).Status);
    }

    [Fact]
    public void What_is_available_is_reversed_and_what_is_claimed_stays()
    {
        _learner.Claimed((_credit, 50));

        _learner.Reverse(_credit.Earning.Id);

        Assert.Equal(Totals(earned: 150, claimed: 50, reversed: 100), _learner.Totals(Sample.Ama));
    }

    [Fact]
    public void Only_standing_claims_with_the_earning_are_flagged_and_only_its_course_loses_its_certificate()
    {
        var other = _learner.Earned(Sample.Course with { CourseId = "course-2" })[0];
        var both = _learner.Claimed((_credit, 50), (other, 50));
        var unconcerned = _learner.Claimed((other, 50));
        var voided = _learner.Claimed((_credit, 25));
        _learner.Void(voided.Id);

        var reversed = _learner.Reverse(_credit.Earning.Id).Value;

        Assert.Equal([both.Id], reversed?.FlaggedClaims ?? []);
        Assert.Equal((true, false, false), (both.IsFlagged, unconcerned.IsFlagged, voided.IsFlagged));
        Assert.Equal((true, false), (both.IsRevoked("course-1"), both.IsRevoked("course-2")));
        Assert.False(unconcerned.IsRevoked("course-2"));
        Assert.False(both.IsVoided);
    }

    [Fact]
    public void What_has_expired_stays_expired()
    {
        _learner.Claimed((_credit, 50));
        _learner.Now = _credit.ClaimableUntil;

        var reversed = _learner.Reverse(_credit.Earning.Id).Value;

        Assert.Empty(reversed?.Reversed ?? [default]);
        Assert.Equal(Totals(earned: 150, claimed: 50, expired: 100), _learner.Totals(Sample.Ama));
    }

    private static AccountTotals Totals(long earned, long claimed = 0, long expired = 0, long reversed = 0) => new(
        CreditAmount.FromHundredths(earned),
        CreditAmount.FromHundredths(earned - claimed - expired - reversed),
        CreditAmount.FromHundredths(claimed),
        CreditAmount.FromHundredths(expired),
        CreditAmount.FromHundredths(reversed));
}
