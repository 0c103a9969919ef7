using CmeOrleans.Grains.Interfaces.Licences;
using CmeOrleans.WebApi.Json;

namespace CmeOrleans.WebApi.Licences;

/// <summary>Requirements, in the order of their ids.</summary>
internal sealed record RequirementsResponse(IReadOnlyList<RequirementResponse> Items, string? NextCursor);

/// <summary>What one authority asks of those whom it licenses.</summary>
internal sealed record RequirementResponse(
    string RequirementId,
    string Authority,
    string Jurisdiction,
    IReadOnlyList<string> Professions,
    int CycleMonths,
    string CycleEnd,
    IReadOnlyList<RequirementBucketResponse> Buckets,
    IReadOnlyList<string> AlsoAskedFor,
    IReadOnlyList<string> Notes,
    DateOnly EffectiveFrom,
    string Source,
    DateOnly AsOf,
    string Confidence)
{
    public static RequirementResponse From(RequirementView requirement) => new(
        requirement.RequirementId,
        requirement.Authority,
        requirement.Jurisdiction,
        requirement.Professions,
        requirement.CycleMonths,
        requirement.CycleEnd,
        [.. requirement.Buckets.Select(RequirementBucketResponse.From)],
        requirement.AlsoAskedFor,
        requirement.Notes,
        requirement.EffectiveFrom,
        requirement.Source,
        requirement.AsOf,
        requirement.Confidence);
}

/// <summary>So much credit of these types in each cycle; one unit is one credit.</summary>
internal sealed record RequirementBucketResponse(string BucketId, string Name, Credits Minimum, string Unit, IReadOnlyList<string> CreditTypes)
{
    public static RequirementBucketResponse From(RequirementBucketView bucket) =>
        new(bucket.BucketId, bucket.Name, new(bucket.MinimumHundredths), bucket.Unit, bucket.CreditTypes);
}
