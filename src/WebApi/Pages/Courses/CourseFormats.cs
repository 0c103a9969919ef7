using System.Collections.Immutable;

namespace CmeOrleans.WebApi.Pages.Courses;

/// <summary>The formats of courses: their names in the contract, and what people call them.</summary>
internal static class CourseFormats
{
    public static ImmutableArray<(string Value, string Text)> All { get; } =
    [
        ("live", "Live"),
        ("rss", "Regularly scheduled series"),
        ("internetLive", "Live on the internet"),
        ("enduring", "Enduring material"),
        ("journal", "Journal"),
        ("performanceImprovement", "Performance improvement"),
        ("pointOfCare", "Point of care"),
        ("other", "Other"),
    ];

    public static string TextOf(string value) => All.FirstOrDefault(format => format.Value == value) is { Text: { } text } ? text : value;
}
