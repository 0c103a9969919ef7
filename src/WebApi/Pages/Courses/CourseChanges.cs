using System.Collections.Immutable;
using System.Globalization;
using CmeOrleans.Grains.Interfaces.Courses;

namespace CmeOrleans.WebApi.Pages.Courses;

/// <summary>Names in words what somebody else changed in a course while it was edited.</summary>
internal static class CourseChanges
{
    private const int SentencesMax = 20;

    /// <param name="before">The version that was edited; none if it is not known any more.</param>
    /// <param name="now">The version that is stored now.</param>
    public static ImmutableArray<string> Between(CourseDefinition? before, CourseDefinition now) =>
        before is null ? [] : [.. Fields(before, now).Concat(Offerings(before, now)).Concat(Topics(before, now)).Take(SentencesMax)];

    private static IEnumerable<string> Fields(CourseDefinition before, CourseDefinition now) =>
        from field in (IEnumerable<(string Name, object? Before, object? Now)>)
        [
            (CourseFields.ProviderId, before.ProviderId, now.ProviderId),
            (CourseFields.Title, before.Title, now.Title),
            (CourseFields.Format, CourseFormats.TextOf(before.Format), CourseFormats.TextOf(now.Format)),
            (CourseFields.Location, before.Location, now.Location),
            (CourseFields.StartsOn, before.StartsOn, now.StartsOn),
            (CourseFields.EndsOn, before.EndsOn, now.EndsOn),
            (CourseFields.ClaimWindowMonths, before.ClaimWindowMonths, now.ClaimWindowMonths),
            (CourseFields.PassingScore, before.PassingScore, now.PassingScore),
            (CourseFields.RepeatAfterMonths, before.RepeatAfterMonths, now.RepeatAfterMonths),
            (CourseFields.ParsActivityId, before.ParsActivityId, now.ParsActivityId),
        ]
        where !Equals(field.Before, field.Now)
        select $"{CourseFields.LabelOf(field.Name)} is now {Shown(field.Now)}; it was {Shown(field.Before)}.";

    private static IEnumerable<string> Offerings(CourseDefinition before, CourseDefinition now)
    {
        var old = before.Offerings.ToDictionary(offering => offering.CreditType, StringComparer.Ordinal);
        foreach (var offering in now.Offerings)
        {
            if (!old.Remove(offering.CreditType, out var earlier))
            {
                yield return $"{offering.CreditType} was added.";
            }
            else if (earlier != offering)
            {
                yield return $"{offering.CreditType} was changed.";
            }
        }

        foreach (var code in old.Keys)
        {
            yield return $"{code} was removed.";
        }
    }

    private static IEnumerable<string> Topics(CourseDefinition before, CourseDefinition now)
    {
        var old = before.Topics.ToDictionary(topic => topic.TopicId, StringComparer.Ordinal);
        foreach (var topic in now.Topics)
        {
            if (!old.Remove(topic.TopicId, out var earlier))
            {
                yield return $"The topic “{topic.Title}” was added.";
            }
            else if (!AreSame(earlier, topic))
            {
                yield return $"The topic “{topic.Title}” was changed.";
            }
        }

        foreach (var topic in old.Values)
        {
            yield return $"The topic “{topic.Title}” was removed.";
        }
    }

    private static bool AreSame(CourseTopic left, CourseTopic right) =>
        left.Title == right.Title && left.Tags.SequenceEqual(right.Tags) && left.Credits.SequenceEqual(right.Credits);

    private static string Shown(object? value) => value switch
    {
        null => "not given",
        DateOnly date => Shell.PageTexts.Date(date),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => $"“{value}”",
    };
}
