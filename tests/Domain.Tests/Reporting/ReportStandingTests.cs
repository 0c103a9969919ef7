using CmeOrleans.Domain.Reporting;

namespace CmeOrleans.Domain.Tests.Reporting;

public sealed class ReportStandingTests
{
    [Theory]
    [InlineData("queued", true, "queued", ReportHold.None, ReportGroup.Waiting)]
    [InlineData("queued", false, "held", ReportHold.ProfileIncomplete, ReportGroup.NeedsLearner)]
    [InlineData("held", true, "held", ReportHold.ActivityNotRegistered, ReportGroup.Waiting)]
    [InlineData("held", false, "held", ReportHold.ProfileIncomplete, ReportGroup.NeedsLearner)]
    [InlineData("submitting", false, "submitting", ReportHold.None, ReportGroup.Waiting)]
    [InlineData("pendingBoard", true, "pendingBoard", ReportHold.None, ReportGroup.Waiting)]
    [InlineData("correcting", true, "correcting", ReportHold.None, ReportGroup.Waiting)]
    [InlineData("parked", true, "parked", ReportHold.None, ReportGroup.Waiting)]
    [InlineData("accepted", false, "accepted", ReportHold.None, ReportGroup.Accepted)]
    [InlineData("rejected", true, "rejected", ReportHold.None, ReportGroup.NeedsLearner)]
    [InlineData("withdrawn", false, "withdrawn", ReportHold.None, ReportGroup.Ended)]
    [InlineData("deleted", true, "deleted", ReportHold.None, ReportGroup.Ended)]
    [InlineData("word-of-tomorrow", true, "word-of-tomorrow", ReportHold.None, ReportGroup.Waiting)]
    public void Only_what_has_not_left_depends_on_the_profile(string stored, bool isIdentityComplete, string state, ReportHold hold, ReportGroup group) =>
        Assert.Equal(new(state, hold, group), ReportStanding.Of(stored, isIdentityComplete));

    [Fact]
    public void Each_hold_has_a_code_and_a_sentence_and_no_hold_has_none()
    {
        Assert.Null(ReportHold.None.ToCode());
        Assert.Null(ReportHold.None.ToSentence());
        Assert.All(Enum.GetValues<ReportHold>().Except([ReportHold.None]), hold =>
        {
            Assert.Matches("^[a-z-]+$", hold.ToCode());
            Assert.EndsWith(".", hold.ToSentence(), StringComparison.Ordinal);
        });
    }
}
