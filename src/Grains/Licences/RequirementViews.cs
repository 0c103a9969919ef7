using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Domain.Requirements;
using CmeOrleans.Grains.Interfaces.Licences;

namespace CmeOrleans.Grains.Licences;

/// <summary>Requirements in the words of the contract.</summary>
internal static class RequirementViews
{
    public static RequirementView ToView(Requirement requirement) => new()
    {
        RequirementId = requirement.Id,
        Authority = requirement.Authority,
        Jurisdiction = requirement.Jurisdiction,
        Professions = [.. requirement.Professions.Select(profession => profession.ToApiName())],
        CycleMonths = requirement.CycleMonths,
        CycleEnd = requirement.CycleEnd,
        Buckets = [.. requirement.Buckets.Select(ToView)],
        AlsoAskedFor = requirement.AlsoAskedFor,
        Notes = requirement.Notes,
        EffectiveFrom = requirement.EffectiveFrom,
        Source = requirement.Source,
        AsOf = requirement.AsOf,
        Confidence = requirement.Confidence,
    };

    public static RequirementBucketView ToView(RequirementBucket bucket) => new()
    {
        BucketId = bucket.Id,
        Name = bucket.Name,
        MinimumHundredths = bucket.Minimum.Hundredths,
        Unit = bucket.Unit.ToApiName(),
        CreditTypes = bucket.CreditTypes,
    };
}
