using System.Text.Json;
using System.Text.RegularExpressions;
using CmeOrleans.Domain.Courses;
using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Courses;

namespace CmeOrleans.Grains.Courses;

/// <summary>What a course's definition must be.</summary>
/// <remarks>
/// The topics may add up to more than the designated maximum: concurrent sessions and regularly scheduled series do. A
/// single topic may not be worth more.
/// </remarks>
internal static partial class CourseRules
{
    public const int VersionsMax = 1000;
    public const int TopicsMax = 1000;
    public const int OfferingsMax = 20;
    public const int TagsMax = 20;

    /// <summary>1,000 credits: no activity is designated for more, and sums over decades stay far from overflow.</summary>
    public const long AmountHundredthsMax = 100_000;

    public static FieldChecks Check(CourseDefinition definition, bool isProviderKnown, CreditTypePack pack)
    {
        var checks = new FieldChecks();
        checks.Require(isProviderKnown, "/providerId", "provider-unknown", "There is no such provider.");
        checks.RequireText(definition.Title, 300, "/title");
        checks.Require(
            LearningFormatNames.TryParse(definition.Format, out _), "/format", "unknown-value", "The format is not one of the contract's.");
        checks.RequireOptionalText(definition.Location, 200, "/location");
        CheckDate(checks, definition.StartsOn, "/startsOn");
        CheckDate(checks, definition.EndsOn, "/endsOn");
        checks.Require(definition.StartsOn <= definition.EndsOn, "/endsOn", "out-of-range", "A course does not end before it starts.");
        checks.Require(definition.ClaimWindowMonths is null or (>= 1 and <= 120), "/claimWindowMonths", "out-of-range", "1 to 120 months.");
        checks.Require(definition.RepeatAfterMonths is null or (>= 1 and <= 120), "/repeatAfterMonths", "out-of-range", "1 to 120 months.");
        checks.Require(definition.PassingScore is null or (>= 0 and <= 1000), "/passingScore", "out-of-range", "0 to 1,000.");
        checks.Require(
            definition.ParsActivityId is null || ParsActivityId().IsMatch(definition.ParsActivityId),
            "/parsActivityId",
            "bad-format",
            "A PARS activity id has nine digits.");
        CheckOfferings(checks, definition, pack);
        CheckTopics(checks, definition, pack);
        return checks;
    }

    public static bool AreSame(CourseDefinition left, CourseDefinition right) =>
        JsonSerializer.SerializeToUtf8Bytes(left).AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(right));

    private static void CheckOfferings(FieldChecks checks, CourseDefinition definition, CreditTypePack pack)
    {
        checks.Require(definition.Offerings.Length is >= 1 and <= OfferingsMax, "/offerings", "out-of-range", $"1 to {OfferingsMax} offerings.");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < definition.Offerings.Length && index < OfferingsMax; index++)
        {
            var offering = definition.Offerings[index];
            var pointer = $"/offerings/{index}";
            checks.Require(seen.Add(offering.CreditType), $"{pointer}/creditType", "listed-twice", "A credit type is offered once.");
            checks.RequireOptionalText(offering.ExclusiveGroup, 64, $"{pointer}/exclusiveGroup");
            if (offering.ClaimBy is { } claimBy)
            {
                CheckDate(checks, claimBy, $"{pointer}/claimBy");
            }

            if (!pack.TryFind(offering.CreditType, out var creditType))
            {
                checks.Require(false, $"{pointer}/creditType", "credit-type-unknown", "There is no such credit type.");
                continue;
            }

            checks.Require(creditType.IsOfferable, $"{pointer}/creditType", "self-reported-only", "Learners report this credit themselves; no course offers it.");
            CheckAmount(checks, offering.MaximumHundredths, creditType, $"{pointer}/maximum");
        }
    }

    private static void CheckTopics(FieldChecks checks, CourseDefinition definition, CreditTypePack pack)
    {
        checks.Require(definition.Topics.Length is >= 1 and <= TopicsMax, "/topics", "out-of-range", $"1 to {TopicsMax} topics.");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < definition.Topics.Length && index < TopicsMax; index++)
        {
            var topic = definition.Topics[index];
            var pointer = $"/topics/{index}";
            checks.Require(TopicId().IsMatch(topic.TopicId), $"{pointer}/topicId", "bad-format", "An id has letters, digits and . _ ~ - and at most 64 of them.");
            checks.Require(seen.Add(topic.TopicId), $"{pointer}/topicId", "listed-twice", "A topic id occurs once in a course.");
            checks.RequireText(topic.Title, 300, $"{pointer}/title");
            checks.Require(topic.Tags.Length <= TagsMax, $"{pointer}/tags", "too-many", $"At most {TagsMax} tags.");
            for (var tag = 0; tag < topic.Tags.Length && tag < TagsMax; tag++)
            {
                checks.RequireText(topic.Tags[tag], 64, $"{pointer}/tags/{tag}");
            }

            CheckCredits(checks, definition, topic, pointer, pack);
        }
    }

    private static void CheckCredits(FieldChecks checks, CourseDefinition definition, CourseTopic topic, string pointer, CreditTypePack pack)
    {
        checks.Require(topic.Credits.Length is >= 1 and <= OfferingsMax, $"{pointer}/credits", "out-of-range", "A topic is worth something in at least one type.");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var credit in topic.Credits.Take(OfferingsMax))
        {
            var field = $"{pointer}/credits/{credit.CreditType.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
            var offering = definition.Offerings.FirstOrDefault(offering => offering.CreditType == credit.CreditType);
            checks.Require(seen.Add(credit.CreditType), field, "listed-twice", "A topic is worth one amount of a type.");
            checks.Require(offering is not null, field, "not-offered", "The course does not offer this credit type.");
            if (offering is null || !pack.TryFind(credit.CreditType, out var creditType))
            {
                continue;
            }

            CheckAmount(checks, credit.AmountHundredths, creditType, field);
            checks.Require(credit.AmountHundredths <= offering.MaximumHundredths, field, "more-than-maximum", "A topic is worth at most the designated maximum.");
        }
    }

    // Windows are added to these dates, which must stay within what a date can be.
    private static void CheckDate(FieldChecks checks, DateOnly date, string pointer) => checks.Require(
        CalendarYears.Have(date), pointer, "out-of-range", $"A date lies in the years {CalendarYears.Min} to {CalendarYears.Max}.");

    private static void CheckAmount(FieldChecks checks, long hundredths, CreditType creditType, string pointer)
    {
        checks.Require(hundredths is > 0 and <= AmountHundredthsMax, pointer, "out-of-range", "More than 0 and at most 1,000 credits.");
        checks.Require(hundredths % creditType.Step.Hundredths == 0, pointer, "not-multiple-of-step", $"{creditType.Code} goes in steps of {creditType.Step}.");
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._~-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TopicId();

    [GeneratedRegex(@"\A[0-9]{9}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ParsActivityId();
}
