using System.Collections.Immutable;
using System.Globalization;
using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Domain.Requirements;
using CmeOrleans.Grains.Interfaces.Licences;

namespace CmeOrleans.Grains.Licences;

/// <summary>What a list of licences must be.</summary>
internal static class LicenceRules
{
    public const int LicencesMax = 20;
    public const int NumberLengthMax = 40;

    /// <summary>A cycle that begins later than this is a slip of the pen.</summary>
    private const int BeginsWithinMonthsMax = 12;

    /// <remarks>What is stored already stays as it is, also when its requirement has left the pack: it must not stand in the way of other changes.</remarks>
    /// <param name="licences">The whole list.</param>
    /// <param name="stored">The list as stored.</param>
    /// <param name="pack">The requirements that there are.</param>
    /// <param name="profession">The learner's.</param>
    /// <param name="today">In UTC.</param>
    public static FieldChecks Check(
        ImmutableArray<Licence> licences, ImmutableArray<Licence> stored, RequirementPack pack, Profession profession, DateOnly today)
    {
        var checks = new FieldChecks();
        checks.Require(licences.Length <= LicencesMax, "/licences", "too-many", $"A learner has at most {LicencesMax} licences here.");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (licence, index) in licences.Take(LicencesMax).Select((licence, index) => (licence, index)))
        {
            var pointer = PointerOf(index);
            checks.Require(seen.Add(licence.RequirementId), $"{pointer}/requirementId", "listed-twice", "There is one licence for each requirement.");
            if (stored.Any(known => known with { LicenceId = licence.LicenceId } == licence))
            {
                continue;
            }

            checks.RequireOptionalText(licence.Number, NumberLengthMax, $"{pointer}/number");
            if (pack.TryFind(licence.RequirementId, out var requirement))
            {
                Check(checks, licence, requirement, pointer, profession, today);
            }
            else
            {
                checks.Require(false, $"{pointer}/requirementId", "unknown-requirement", "There is no such requirement.");
            }
        }

        return checks;
    }

    /// <summary>
    /// The list with the ids of the stored one: a licence that names none keeps that of the same requirement, or gets a new one.
    /// </summary>
    /// <param name="licences">The list as written.</param>
    /// <param name="stored">The list as stored.</param>
    /// <param name="newId">Makes an id.</param>
    /// <param name="checks">Where a licence is noted that names an id that is not stored.</param>
    public static ImmutableArray<Licence> WithIds(
        ImmutableArray<Licence> licences, ImmutableArray<Licence> stored, Func<string> newId, FieldChecks checks)
    {
        var storedIds = stored.Select(licence => licence.LicenceId).ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var whole = ImmutableArray.CreateBuilder<Licence>(licences.Length);
        for (var index = 0; index < licences.Length; index++)
        {
            var licence = licences[index];
            if (licence.LicenceId is { } id)
            {
                checks.Require(storedIds.Contains(id), $"{PointerOf(index)}/licenceId", "unknown-licence", "The learner has no such licence.");
                checks.Require(seen.Add(id), $"{PointerOf(index)}/licenceId", "listed-twice", "Each licence is listed once.");
            }

            whole.Add(licence with { LicenceId = licence.LicenceId ?? FreeIdOf(licence.RequirementId) ?? newId() });
        }

        return whole.MoveToImmutable();

        // An id that the list names elsewhere has moved to another requirement.
        string? FreeIdOf(string requirementId) =>
            stored.FirstOrDefault(known => known.RequirementId == requirementId)?.LicenceId is { } known && licences.All(licence => licence.LicenceId != known) ? known : null;
    }

    private static void Check(FieldChecks checks, Licence licence, Requirement requirement, string pointer, Profession profession, DateOnly today)
    {
        checks.Require(
            requirement.Professions.Contains(profession), $"{pointer}/requirementId", "not-for-profession", "This requirement is not for the learner's profession.");
        checks.Require(
            licence.CycleEndsOn >= requirement.EffectiveFrom,
            $"{pointer}/cycleEndsOn",
            "out-of-range",
            $"What was asked for in cycles that ended before {requirement.EffectiveFrom:yyyy-MM-dd} is not known here.");
        var latest = today.AddMonths(requirement.CycleMonths + BeginsWithinMonthsMax);
        checks.Require(
            licence.CycleEndsOn <= latest,
            $"{pointer}/cycleEndsOn",
            "out-of-range",
            $"A cycle of {requirement.CycleMonths} months that begins within a year ends on {latest:yyyy-MM-dd} at the latest.");
    }

    private static string PointerOf(int index) => string.Create(CultureInfo.InvariantCulture, $"/licences/{index}");
}
