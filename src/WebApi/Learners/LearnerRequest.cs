using System.ComponentModel.DataAnnotations;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.WebApi.Json;

namespace CmeOrleans.WebApi.Learners;

/// <summary>A learner's profile as it is written.</summary>
internal sealed record LearnerRequest(
    [property: Required] string? DisplayName,
    [property: Required] string? Profession,
    string? Degrees,
    string? Email,
    BoardIdsRequest? BoardIds,
    string? BirthMonthDay,
    ReportingConsentRequest? ReportingConsent)
{
    /// <exception cref="Problems.ProblemException">A field is missing.</exception>
    public LearnerProfile ToProfile()
    {
        var errors = new RequestErrors();
        var profile = new LearnerProfile
        {
            DisplayName = errors.Required(DisplayName, "/displayName"),
            Profession = errors.Required(Profession, "/profession"),
            Degrees = Degrees,
            Email = Email,
            AbpId = BoardIds?.Abp,
            AbimId = BoardIds?.Abim,
            Npi = BoardIds?.Npi,
            BirthMonthDay = BirthMonthDay,
            ConsentsToAbpReporting = ReportingConsent?.Abp ?? false,
        };
        errors.ThrowIfAny();
        return profile;
    }
}

/// <summary>The learner's numbers at boards and registries.</summary>
internal sealed record BoardIdsRequest(string? Abp, string? Abim, string? Npi);

/// <summary>To which boards credit may be reported.</summary>
internal sealed record ReportingConsentRequest(bool? Abp);
