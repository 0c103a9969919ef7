using CmeOrleans.Grains.Interfaces.Checkpoints;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Grains.Checkpoints;

/// <summary>The trial balance in the words of the contract.</summary>
internal static class TrialBalanceViews
{
    public static TrialBalanceView ToView(TrialBalance balance) => new()
    {
        At = balance.At,
        IsBalanced = balance.IsBalanced,
        Totals =
        [
            .. balance.Totals.Select(line => new TrialBalanceTotal
            {
                CourseId = line.CourseId,
                CreditType = line.CreditType,
                LearnersHundredths = line.LearnersHundredths,
                CoursesHundredths = line.CoursesHundredths,
                DifferenceHundredths = DifferenceOf(line),
            }),
        ],
        BrokenLedgers = balance.BrokenLedgers,
        UnreadableLedgers = balance.UnreadableLedgers,
    };

    // Issued, claimed and expired may each be apart; what is added up here must not cancel out.
    private static long DifferenceOf(TrialBalanceLine line) =>
        Math.Abs(line.LearnersHundredths - line.CoursesHundredths)
        + Math.Abs(line.LearnersClaimedHundredths - line.CoursesClaimedHundredths)
        + Math.Abs(line.LearnersExpiredHundredths - line.CoursesExpiredHundredths);
}
