using System.Collections.Immutable;
using System.Diagnostics;

namespace CmeOrleans.Domain.Courses;

/// <summary>The names of <see cref="LearningFormat"/> in the API, such as <c>internetLive</c>.</summary>
public static class LearningFormatNames
{
    public static ImmutableArray<LearningFormat> All { get; } =
    [
        LearningFormat.Live,
        LearningFormat.Rss,
        LearningFormat.InternetLive,
        LearningFormat.Enduring,
        LearningFormat.Journal,
        LearningFormat.PerformanceImprovement,
        LearningFormat.PointOfCare,
        LearningFormat.Other,
    ];

    public static string ToApiName(this LearningFormat format) => format switch
    {
        LearningFormat.Live => "live",
        LearningFormat.Rss => "rss",
        LearningFormat.InternetLive => "internetLive",
        LearningFormat.Enduring => "enduring",
        LearningFormat.Journal => "journal",
        LearningFormat.PerformanceImprovement => "performanceImprovement",
        LearningFormat.PointOfCare => "pointOfCare",
        LearningFormat.Other => "other",
        _ => throw new UnreachableException($"No name for learning format {format}."),
    };

    /// <summary>Reads a name of the API; case counts.</summary>
    public static bool TryParse(string? name, out LearningFormat format)
    {
        foreach (var candidate in All)
        {
            if (candidate.ToApiName() == name)
            {
                format = candidate;
                return true;
            }
        }

        format = LearningFormat.None;
        return false;
    }
}
