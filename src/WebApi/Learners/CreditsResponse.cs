using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.WebApi.Json;

namespace CmeOrleans.WebApi.Learners;

/// <summary>A page of credits, and the seq of the ledger's last row that it takes in.</summary>
internal sealed record CreditsResponse(IReadOnlyList<CreditResponse> Items, long Version, string? NextCursor);

/// <summary>One credit as it stands now.</summary>
internal sealed record CreditResponse(
    string CreditId,
    string EarningId,
    string CreditType,
    string CourseId,
    string CourseTitle,
    string TopicId,
    string TopicTitle,
    Credits Amount,
    Credits Available,
    Credits Claimed,
    DateTimeOffset EarnedAt,
    DateOnly ClaimBy,
    string Status)
{
    public static CreditResponse From(CreditView credit) => new(
        credit.CreditId,
        credit.EarningId,
        credit.CreditType,
        credit.CourseId,
        credit.CourseTitle,
        credit.TopicId,
        credit.TopicTitle,
        new(credit.AmountHundredths),
        new(credit.AvailableHundredths),
        new(credit.ClaimedHundredths),
        credit.EarnedAt,
        credit.ClaimBy,
        credit.Status);
}
