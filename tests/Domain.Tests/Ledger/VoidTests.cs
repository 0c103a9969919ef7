using CmeOrleans.Domain.Identifiers;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Tests.Support;

namespace CmeOrleans.Domain.Tests.Ledger;

/// <summary>Making a claim void: every line goes back, and on from there if its time has passed or its earning was taken back.</summary>
public sealed class VoidTests
{
    private readonly TestLedger _learner = new();
    private readonly Credit _credit;
    private readonly Claim _claim;

    public VoidTests()
    {
        _credit = _learner.Earned(Sample.Course)[0];
        _claim = _learner.Claimed((_credit, 100));
    }

    [Fact]
    public void Unknown_and_voided_claims_are_refused()
    {
        Assert.Equal(LedgerStatus.ClaimUnknown, _learner.Void(new ClaimId(Guid.Empty)).Status);
        Assert.Equal(LedgerStatus.Accepted, _learner.Void(_claim.Id).Status);
        Assert.Equal(LedgerStatus.ClaimAlreadyVoided, _learner.Void(_claim.Id).Status);
    }

    [Fact]
    public void What_was_claimed_can_be_claimed_again()
    {
        _learner.Void(_claim.Id);

        Assert.Equal((150L, 0L), (_credit.Available.Hundredths, _credit.Claimed.Hundredths));
        Assert.True(_claim.IsVoided && _claim.IsRevoked("course-1") && !_claim.IsFlagged);

        var again = _learner.Claimed((_credit, 150));

        Assert.NotEqual(_claim.Id, again.Id);
        Assert.False(again.IsRevoked("course-1"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_comes_back_too_late_is_expired(bool isWrittenBefore)
    {
        _learner.Now = _credit.ClaimableUntil;
        if (isWrittenBefore)
        {
            Assert.NotNull(_learner.Expire());
        }

        var voided = _learner.Void(_claim.Id).Value;

        Assert.Equal(isWrittenBefore ? 100 : 150, voided?.Expired.Single().Hundredths.Hundredths);
        Assert.Equal((0L, 150L), (_credit.Available.Hundredths, _credit.Expired.Hundredths));
        Assert.Null(_learner.Ledger.DecideExpiry(DateTimeOffset.MaxValue));
    }

    [Fact]
    public void What_comes_back_in_time_still_expires_later()
    {
        _learner.Claimed((_credit, 50));
        Assert.Null(_learner.Ledger.DecideExpiry(_credit.ClaimableUntil));
        _learner.Void(_claim.Id);

        _learner.Now = _credit.ClaimableUntil;

        Assert.Equal(100, _learner.Expire()?.Expired.Single().Hundredths.Hundredths);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_comes_back_of_a_reversed_earning_is_reversed(bool isLate)
    {
        _learner.Reverse(_credit.Earning.Id);
        _learner.Now = isLate ? _credit.ClaimableUntil : _learner.Now;
        Assert.True(_claim.IsFlagged);

        _learner.Void(_claim.Id);

        Assert.Equal((0L, 0L, 0L, 150L), (_credit.Available.Hundredths, _credit.Claimed.Hundredths, _credit.Expired.Hundredths, _credit.Reversed.Hundredths));
        Assert.False(_claim.IsFlagged);
    }
}
