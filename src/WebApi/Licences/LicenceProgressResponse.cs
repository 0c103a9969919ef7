using CmeOrleans.Grains.Interfaces.Licences;
using CmeOrleans.WebApi.Json;

namespace CmeOrleans.WebApi.Licences;

/// <summary>How far one licence is. Without authority and buckets, what it asks for is no longer known here.</summary>
internal sealed record LicenceProgressResponse(
    string LicenceId,
    string RequirementId,
    string? Authority,
    string? Jurisdiction,
    CycleResponse Cycle,
    IReadOnlyList<BucketProgressResponse> Buckets,
    IReadOnlyList<string> AlsoAskedFor,
    IReadOnlyList<ProgressCreditResponse> Credits,
    int CreditsLeftOut)
{
    public static LicenceProgressResponse From(LicenceProgress progress) => new(
        progress.Licence.LicenceId ?? "",
        progress.Licence.RequirementId,
        progress.Requirement?.Authority,
        progress.Requirement?.Jurisdiction,
        new(progress.CycleFrom, progress.Licence.CycleEndsOn, progress.DaysLeft),
        [.. progress.Buckets.Select(BucketProgressResponse.From)],
        progress.Requirement?.AlsoAskedFor ?? [],
        [.. progress.Credits.Select(ProgressCreditResponse.From)],
        progress.CreditsLeftOutCount);
}

/// <summary>The period whose credit counts, both days included; daysLeft is below zero when it has passed.</summary>
internal sealed record CycleResponse(DateOnly? From, DateOnly To, int DaysLeft);

/// <summary>How far one minimum is; counted may be more than required.</summary>
internal sealed record BucketProgressResponse(
    string BucketId, string Name, string Unit, Credits Required, Credits Counted, Credits Claimable, Credits Missing)
{
    public static BucketProgressResponse From(BucketProgressView progress) => new(
        progress.Bucket.BucketId,
        progress.Bucket.Name,
        progress.Bucket.Unit,
        new(progress.Bucket.MinimumHundredths),
        new(progress.CountedHundredths),
        new(progress.ClaimableHundredths),
        new(progress.MissingHundredths));
}

/// <summary>One topic's credit: standing is counted, claimable, or why it does not count; buckets are those in which it does.</summary>
internal sealed record ProgressCreditResponse(
    DateOnly CompletedOn,
    string CourseId,
    string CourseTitle,
    string TopicId,
    string TopicTitle,
    string CreditType,
    Credits Amount,
    string Standing,
    IReadOnlyList<string> Buckets,
    string? ClaimId)
{
    public static ProgressCreditResponse From(ProgressCreditView credit) => new(
        credit.CompletedOn,
        credit.CourseId,
        credit.CourseTitle,
        credit.TopicId,
        credit.TopicTitle,
        credit.CreditType,
        new(credit.AmountHundredths),
        credit.Standing,
        credit.BucketIds,
        credit.ClaimId);
}
