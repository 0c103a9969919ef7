using System.Globalization;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Licences;
using CmeOrleans.WebApi.Pages.Forms;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Licences;

/// <summary>The fields of a licence. Their names are those of the contract, so that what the rules say finds its field.</summary>
public sealed record LicenceFields
{
    public const string ETagField = "etag";
    public const string RequirementField = "requirementId";
    public const string NumberField = "number";
    public const string CycleEndsOnField = "cycleEndsOn";
    public const int NumberLengthMax = 40;

    public string RequirementId { get; init; } = "";

    public string? Number { get; init; }

    /// <summary>What was typed, right or wrong.</summary>
    public string CycleEndsOn { get; init; } = "";

    public static LicenceFields Of(Licence licence) => new()
    {
        RequirementId = licence.RequirementId,
        Number = licence.Number,
        CycleEndsOn = PageTexts.DateCode(licence.CycleEndsOn),
    };

    public static LicenceFields Read(IFormCollection form) => new()
    {
        RequirementId = form.Text(RequirementField),
        Number = form.OptionalText(NumberField),
        CycleEndsOn = form.Text(CycleEndsOnField),
    };

    /// <summary>The licence that the fields describe, or what is wrong with them.</summary>
    /// <param name="licenceId">Which licence they are of; none for a new one.</param>
    /// <param name="errors">What is wrong.</param>
    public Licence? ToLicence(string? licenceId, out FormErrors errors)
    {
        List<FormError> found = [];
        if (RequirementId.Length == 0)
        {
            found.Add(new(RequirementField, "Choose the authority that issued the licence."));
        }

        if (!DateOnly.TryParseExact(CycleEndsOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || !CalendarYears.Have(day))
        {
            found.Add(new(CycleEndsOnField, "Enter the last day of the cycle, such as 2027-06-30."));
        }

        errors = FormErrors.Of(found);
        return errors.Any ? null : new() { LicenceId = licenceId, RequirementId = RequirementId, Number = Number, CycleEndsOn = day };
    }
}
