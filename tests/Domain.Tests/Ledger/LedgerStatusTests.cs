using CmeOrleans.Domain.Ledger;

namespace CmeOrleans.Domain.Tests.Ledger;

/// <summary>Codes go to clients and numbers into metrics: neither changes. That each status is reached shows in the tests of the rules.</summary>
public sealed class LedgerStatusTests
{
    private static readonly LedgerStatus[] NoRefusals = [LedgerStatus.None, LedgerStatus.Accepted, LedgerStatus.Repeated];

    [Theory]
    [InlineData(3, "idempotency-key-reused")]
    [InlineData(100, "course-unknown")]
    [InlineData(101, "topic-unknown")]
    [InlineData(102, "course-not-open")]
    [InlineData(103, "completed-in-future")]
    [InlineData(104, "completed-before-course")]
    [InlineData(105, "score-below-passing")]
    [InlineData(106, "already-earned")]
    [InlineData(200, "version-conflict")]
    [InlineData(201, "no-lines")]
    [InlineData(202, "too-many-lines")]
    [InlineData(203, "membership-not-active")]
    [InlineData(204, "credit-type-unknown")]
    [InlineData(205, "profile-incomplete")]
    [InlineData(206, "lines-refused")]
    [InlineData(207, "claim-too-large")]
    [InlineData(220, "credit-unknown")]
    [InlineData(221, "wrong-type")]
    [InlineData(222, "expired")]
    [InlineData(223, "listed-twice")]
    [InlineData(224, "amount-not-positive")]
    [InlineData(225, "not-multiple-of-step")]
    [InlineData(226, "more-than-available")]
    [InlineData(300, "earning-unknown")]
    [InlineData(301, "earning-already-reversed")]
    [InlineData(400, "claim-unknown")]
    [InlineData(401, "claim-already-voided")]
    public void Number_and_code_belong_together(int number, string code)
    {
        Assert.Equal(code, ((LedgerStatus)number).ToCode());
        Assert.EndsWith(".", ((LedgerStatus)number).ToSentence(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_refusal_has_a_code_of_its_own()
    {
        var refusals = Enum.GetValues<LedgerStatus>().Except(NoRefusals).ToArray();

        Assert.Equal(27, refusals.Length);
        Assert.Equal(refusals.Length, refusals.Select(status => status.ToCode()).Distinct().Count());
        Assert.Equal(refusals.Length, refusals.Select(status => status.ToSentence()).Distinct().Count());
    }

    [Fact]
    public void What_is_no_refusal_has_no_code()
    {
        Assert.All(NoRefusals, status => Assert.Throws<NotSupportedException>(() => status.ToCode()));
        Assert.All(NoRefusals, status => Assert.Throws<NotSupportedException>(() => status.ToSentence()));
    }
}
