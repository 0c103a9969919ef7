using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.WebApi.Pages.Forms;

namespace CmeOrleans.WebApi.Pages.Profiles;

/// <summary>The fields of the profile form. Their names are those of the contract, so that what the rules say finds its field.</summary>
public sealed record ProfileFields
{
    public const string ETagField = "etag";

    private const string DisplayNameField = "displayName";
    private const string ProfessionField = "profession";
    private const string DegreesField = "degrees";
    private const string EmailField = "email";
    private const string AbpIdField = "abp";
    private const string AbimIdField = "abim";
    private const string NpiField = "npi";
    private const string BirthMonthDayField = "birthMonthDay";
    private const string ConsentField = "consent";

    public static IReadOnlyList<(string Value, string Text)> Professions { get; } =
    [
        ("", "Choose your profession"),
        ("physicianMd", "Physician (MD)"),
        ("physicianDo", "Physician (DO)"),
        ("physicianAssistant", "Physician assistant"),
        ("nursePractitioner", "Nurse practitioner"),
        ("nurse", "Nurse"),
        ("pharmacist", "Pharmacist"),
        ("other", "Other"),
    ];

    public string DisplayName { get; init; } = "";

    public string Profession { get; init; } = "";

    public string? Degrees { get; init; }

    public string? Email { get; init; }

    public string? AbpId { get; init; }

    public string? AbimId { get; init; }

    public string? Npi { get; init; }

    public string? BirthMonthDay { get; init; }

    public bool ConsentsToAbpReporting { get; init; }

    public static ProfileFields Of(LearnerProfile profile) => new()
    {
        DisplayName = profile.DisplayName,
        Profession = profile.Profession,
        Degrees = profile.Degrees,
        Email = profile.Email,
        AbpId = profile.AbpId,
        AbimId = profile.AbimId,
        Npi = profile.Npi,
        BirthMonthDay = profile.BirthMonthDay,
        ConsentsToAbpReporting = profile.ConsentsToAbpReporting,
    };

    public static ProfileFields Read(IFormCollection form) => new()
    {
        DisplayName = form.Text(DisplayNameField),
        Profession = form.Text(ProfessionField),
        Degrees = form.OptionalText(DegreesField),
        Email = form.OptionalText(EmailField),
        AbpId = form.OptionalText(AbpIdField),
        AbimId = form.OptionalText(AbimIdField),
        Npi = form.OptionalText(NpiField),
        BirthMonthDay = form.OptionalText(BirthMonthDayField),
        ConsentsToAbpReporting = form.IsChecked(ConsentField),
    };

    public LearnerProfile ToProfile() => new()
    {
        DisplayName = DisplayName,
        Profession = Profession,
        Degrees = Degrees,
        Email = Email,
        AbpId = AbpId,
        AbimId = AbimId,
        Npi = Npi,
        BirthMonthDay = BirthMonthDay,
        ConsentsToAbpReporting = ConsentsToAbpReporting,
    };
}
