using CmeOrleans.Domain;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Grains.Interfaces.Learners;

namespace CmeOrleans.Grains.Learners;

/// <summary>The sums of a ledger in the words of the contract.</summary>
internal static class BalanceViews
{
    public static BalanceSheet ToSheet(LearnerLedger ledger, DateTimeOffset now) => new()
    {
        Version = ledger.Version,
        Balances = [.. ledger.TotalsAt(now).Select(total => ToLine(total.Key, total.Value))],
    };

    private static BalanceLine ToLine(string creditType, AccountTotals totals)
    {
        Invariant.Require(totals.IsBalanced, $"What was earned of {creditType} is available, claimed, expired or reversed.");
        return new()
        {
            CreditType = creditType,
            EarnedHundredths = totals.Earned.Hundredths,
            AvailableHundredths = totals.Available.Hundredths,
            ClaimedHundredths = totals.Claimed.Hundredths,
            ExpiredHundredths = totals.Expired.Hundredths,
            ReversedHundredths = totals.Reversed.Hundredths,
        };
    }
}
