using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Domain.Reporting;
using CmeOrleans.Grains.Certificates;
using CmeOrleans.Grains.Interfaces.Learners;

namespace CmeOrleans.Grains.Learners;

/// <summary>What a profile must be, and what it says to the rules of claiming.</summary>
internal static partial class LearnerProfileRules
{
    public const int DisplayNameLengthMax = 100;

    public static FieldChecks Check(LearnerProfile profile, INameTypesetting typesetting)
    {
        var checks = new FieldChecks();
        checks.RequireText(profile.DisplayName, DisplayNameLengthMax, "/displayName");
        checks.RequireOptionalText(profile.Degrees, 60, "/degrees");
        if (!checks.AreBroken)
        {
            checks.Require(typesetting.CanSet(profile.DisplayName, out var reason), "/displayName", "name-not-printable", reason ?? "");
            checks.Require(
                profile.Degrees is null || typesetting.CanSet(profile.Degrees, out reason), "/degrees", "name-not-printable", reason ?? "");
        }

        checks.Require(
            ProfessionNames.TryParse(profile.Profession, out _), "/profession", "unknown-value", "The profession is not one of the contract's.");
        checks.RequireOptionalText(profile.Email, 254, "/email");
        checks.Require(profile.Email is null || Email().IsMatch(profile.Email), "/email", "bad-format", "An e-mail address is needed here.");
        CheckId(checks, profile.AbpId, "/boardIds/abp");
        CheckId(checks, profile.AbimId, "/boardIds/abim");
        checks.Require(profile.Npi is null || Npi().IsMatch(profile.Npi), "/boardIds/npi", "bad-format", "An NPI has ten digits.");
        checks.Require(
            profile.BirthMonthDay is null || IsMonthDay(profile.BirthMonthDay), "/birthMonthDay", "bad-format", "A month and a day, MM-DD, without a year.");
        return checks;
    }

    /// <summary>Which of the facts that credit types may need are in the profile.</summary>
    public static ImmutableArray<ProfileFact> FactsOf(LearnerProfile profile) =>
        [.. ProfileFactNames.All.Where(fact => Has(profile, fact))];

    /// <summary>The number under which the board knows the learner, if the profile has it.</summary>
    public static string? DiplomateIdOf(LearnerProfile profile, CertifyingBoard board) => board switch
    {
        CertifyingBoard.Abp => profile.AbpId,
        CertifyingBoard.Abim => profile.AbimId,
        _ => throw new UnreachableException($"No diplomate id for the board {board}."),
    };

    private static bool Has(LearnerProfile profile, ProfileFact fact) => fact switch
    {
        ProfileFact.AbpDiplomateId => profile.AbpId is not null,
        ProfileFact.BirthMonthDay => profile.BirthMonthDay is not null,
        ProfileFact.AbpReportingConsent => profile.ConsentsToAbpReporting,
        ProfileFact.AbimDiplomateId => profile.AbimId is not null,
        _ => throw new NotSupportedException($"{fact} is not in a profile."),
    };

    private static void CheckId(FieldChecks checks, string? id, string pointer) =>
        checks.Require(id is null || BoardId().IsMatch(id), pointer, "bad-format", "A board id has 1 to 20 letters, digits or dashes.");

    // A leap year, so that the 29th of February is a birthday.
    private static bool IsMonthDay(string text) =>
        DateOnly.TryParseExact($"2000-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex(@"\A[A-Za-z0-9-]{1,20}\z", RegexOptions.CultureInvariant)]
    private static partial Regex BoardId();

    [GeneratedRegex(@"\A[0-9]{10}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Npi();

    [GeneratedRegex(@"\A[^@\s]+@[^@\s]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Email();
}
