using System.Globalization;
using CmeOrleans.Domain;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Grains.Courses;

/// <summary>Where a page of a course's ledger ended, as text: ticks, seq, n and ledger id.</summary>
internal static class CourseEntryCursor
{
    public static string Of(StoredCourseEntry entry) =>
        string.Create(CultureInfo.InvariantCulture, $"{entry.At.UtcTicks} {entry.Seq} {entry.N} {entry.LedgerId}");

    public static CourseEntryPosition? Parse(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var parts = text.Split(' ', 4);
        Invariant.Require(parts.Length == 4, "A cursor that came back is one that was handed out.");
        return new(
            new DateTimeOffset(long.Parse(parts[0], CultureInfo.InvariantCulture), TimeSpan.Zero),
            parts[3],
            long.Parse(parts[1], CultureInfo.InvariantCulture),
            int.Parse(parts[2], CultureInfo.InvariantCulture));
    }
}
