using CmeOrleans.Grains.Interfaces.Licences;

namespace CmeOrleans.WebApi.Licences;

/// <summary>All licences of a learner.</summary>
internal sealed record LicencesResponse(IReadOnlyList<LicenceResponse> Licences)
{
    public static LicencesResponse From(LicenceList list) => new([.. list.Items.Select(LicenceResponse.From)]);

    /// <summary>Without numbers, which are for their holder.</summary>
    public static LicencesResponse WithoutNumbers(LicenceList list) =>
        new([.. list.Items.Select(licence => LicenceResponse.From(licence) with { Number = null })]);
}

/// <summary>One licence; cycleEndsOn is the last day of its current cycle.</summary>
internal sealed record LicenceResponse(string LicenceId, string RequirementId, string? Number, DateOnly CycleEndsOn)
{
    public static LicenceResponse From(Licence licence) =>
        new(licence.LicenceId ?? "", licence.RequirementId, licence.Number, licence.CycleEndsOn);
}
