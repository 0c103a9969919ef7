using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.WebApi.Json;

namespace CmeOrleans.WebApi.Learners;

/// <summary>The sums of a learner's ledger, and the seq of the last row that they take in.</summary>
internal sealed record BalanceResponse(long Version, IReadOnlyList<BalanceLineResponse> Balances)
{
    public static BalanceResponse From(BalanceSheet sheet) => new(sheet.Version, [.. sheet.Balances.Select(BalanceLineResponse.From)]);
}

/// <summary>The sums of one credit type: earned = available + claimed + expired + reversed.</summary>
internal sealed record BalanceLineResponse(
    string CreditType, Credits Earned, Credits Available, Credits Claimed, Credits Expired, Credits Reversed)
{
    public static BalanceLineResponse From(BalanceLine line) => new(
        line.CreditType,
        new(line.EarnedHundredths),
        new(line.AvailableHundredths),
        new(line.ClaimedHundredths),
        new(line.ExpiredHundredths),
        new(line.ReversedHundredths));
}
