namespace CmeOrleans.Domain.Ledger;

/// <summary>The sums of one credit type in a ledger: earned = available + claimed + expired + reversed.</summary>
public readonly record struct AccountTotals(CreditAmount Earned, CreditAmount Available, CreditAmount Claimed, CreditAmount Expired, CreditAmount Reversed)
{
    public bool IsBalanced => Earned == Available + Claimed + Expired + Reversed;

    internal AccountTotals Add(Credit credit, DateTimeOffset now)
    {
        var lapsed = credit.IsPast(now) ? credit.Available : CreditAmount.Zero;
        return new(
            Earned + credit.Amount,
            Available + (credit.Available - lapsed),
            Claimed + credit.Claimed,
            Expired + credit.Expired + lapsed,
            Reversed + credit.Reversed);
    }
}
