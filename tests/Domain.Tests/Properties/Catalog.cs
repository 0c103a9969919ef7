using System.Collections.Immutable;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Tests.Support;

namespace CmeOrleans.Domain.Tests.Properties;

/// <summary>Courses that between them have several types, exclusive groups of two and three, short and long windows, and days of several zones.</summary>
internal static class Catalog
{
    public static readonly ImmutableArray<string> CreditTypes = [Sample.Ama, Sample.Acep, Sample.Ancc, "AAP"];

    private static readonly EarnTerms Lasting = Sample.Course with { StartsOn = new(2020, 1, 1), EndsOn = new(2060, 12, 31) };

    private static readonly ImmutableArray<EarnTerms> Courses =
    [
        Lasting with { CourseId = "plain", ClaimWindowMonths = 12 },
        Lasting with { CourseId = "repeating", ClaimWindowMonths = 1, RepeatAfterMonths = 2, TimeZone = Zone("America/Chicago") },
        Lasting with { CourseId = "pair", ClaimWindowMonths = 36, TimeZone = Zone("Pacific/Auckland") },
        Lasting with { CourseId = "triple", ClaimWindowMonths = 3, RepeatAfterMonths = 1, TimeZone = Zone("America/Santiago") },
    ];

    public static EarnTerms Course(int number, int topic)
    {
        var course = Courses[number % Courses.Length];
        var topicId = $"topic-{topic % 4}";
        return course with
        {
            CourseVersion = 1 + (topic % 3),
            Topic = course.CourseId switch
            {
                "pair" => Sample.Topic(
                    topicId,
                    Sample.Worth(Sample.Ama, 175, null, "choice"),
                    Sample.Worth(Sample.Ancc, 210, new DateOnly(2027, 6, 30), "choice"),
                    Sample.Worth(Sample.Acep, 50)),
                "triple" => Sample.Topic(
                    topicId,
                    Sample.Worth(Sample.Ama, 225, null, "choice"),
                    Sample.Worth(Sample.Ancc, 331, null, "choice"),
                    Sample.Worth("AAP", 100, new DateOnly(2026, 9, 1), "choice")),
                _ => Sample.Topic(topicId, Sample.Worth(Sample.Ama, 150), Sample.Worth(Sample.Acep, 75)),
            },
        };
    }

    private static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);
}
