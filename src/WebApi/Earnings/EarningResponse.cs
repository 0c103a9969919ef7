using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.WebApi.Json;

namespace CmeOrleans.WebApi.Earnings;

/// <summary>An earning as it is in the ledger; version is the seq of its row.</summary>
internal sealed record EarningResponse(
    string EarningId, string CourseId, string TopicId, DateTimeOffset CompletedAt, long Version, IReadOnlyList<EarnedCreditResponse> Credits)
{
    public static EarningResponse From(EarnReceipt receipt) => new(
        receipt.EarningId,
        receipt.CourseId,
        receipt.TopicId,
        receipt.CompletedAt,
        receipt.Version,
        [.. receipt.Credits.Select(EarnedCreditResponse.From)]);
}

/// <summary>One credit of an earning.</summary>
internal sealed record EarnedCreditResponse(string CreditId, string CreditType, Credits Amount, DateOnly ClaimBy)
{
    public static EarnedCreditResponse From(EarnedCreditView credit) =>
        new(credit.CreditId, credit.CreditType, new(credit.AmountHundredths), credit.ClaimBy);
}
