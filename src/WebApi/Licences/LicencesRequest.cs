using System.ComponentModel.DataAnnotations;
using CmeOrleans.Grains.Interfaces.Licences;
using CmeOrleans.WebApi.Json;

namespace CmeOrleans.WebApi.Licences;

/// <summary>All licences of a learner as they are written.</summary>
internal sealed record LicencesRequest([property: Required] IReadOnlyList<LicenceRequest?>? Licences)
{
    /// <summary>More than the rules allow, so that they can say how many are too many.</summary>
    private const int LicencesMax = 1_000;

    /// <exception cref="Problems.ProblemException">A field is missing.</exception>
    public LicenceList ToList()
    {
        var errors = new RequestErrors();
        var licences = errors.Items(Licences, "/licences", LicencesMax, (licence, pointer) => new Licence
        {
            LicenceId = licence.LicenceId,
            RequirementId = errors.Required(licence.RequirementId, $"{pointer}/requirementId"),
            Number = licence.Number,
            CycleEndsOn = errors.Required(licence.CycleEndsOn, $"{pointer}/cycleEndsOn"),
        });
        errors.ThrowIfAny();
        return new() { Items = licences };
    }
}

/// <summary>One licence; without an id it is a new one, or the stored one of the same requirement.</summary>
internal sealed record LicenceRequest(
    string? LicenceId, [property: Required] string? RequirementId, string? Number, [property: Required] DateOnly? CycleEndsOn);
