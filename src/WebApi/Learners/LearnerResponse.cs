using CmeOrleans.Grains.Interfaces.Learners;

namespace CmeOrleans.WebApi.Learners;

/// <summary>A learner's profile.</summary>
internal sealed record LearnerResponse(
    string LearnerId,
    string DisplayName,
    string Profession,
    string? Degrees,
    string? Email,
    BoardIdsResponse? BoardIds,
    string? BirthMonthDay,
    ReportingConsentResponse ReportingConsent)
{
    public static LearnerResponse From(string learnerId, LearnerProfile profile) => new(
        learnerId,
        profile.DisplayName,
        profile.Profession,
        profile.Degrees,
        profile.Email,
        profile is { AbpId: null, AbimId: null, Npi: null } ? null : new(profile.AbpId, profile.AbimId, profile.Npi),
        profile.BirthMonthDay,
        new(profile.ConsentsToAbpReporting));
}

/// <summary>The learner's numbers at boards and registries.</summary>
internal sealed record BoardIdsResponse(string? Abp, string? Abim, string? Npi);

/// <summary>To which boards credit may be reported.</summary>
internal sealed record ReportingConsentResponse(bool Abp);
