using System.Collections.Immutable;

namespace CmeOrleans.Grains.Learners;

/// <summary>Cuts a page out of a sorted list.</summary>
internal static class PageCut
{
    /// <summary>
    /// The items after the one whose position text is <paramref name="after"/>, at most <paramref name="limit"/>, and the
    /// position of the last one if more follow. An item that has moved or gone does not end the list: the page then
    /// begins with the first item that sorts after where it was.
    /// </summary>
    /// <param name="sorted">The whole list in order.</param>
    /// <param name="positionOf">Sorts as the list does, ordinally, in every culture.</param>
    /// <param name="isDescending">Whether the list descends by position.</param>
    public static (ImmutableArray<T> Items, string? Next) Cut<T>(
        IEnumerable<T> sorted, Func<T, string> positionOf, bool isDescending, string? after, int limit)
    {
        var rest = after is null
            ? sorted
            : sorted.SkipWhile(item => string.CompareOrdinal(positionOf(item), after) is var order && (isDescending ? order >= 0 : order <= 0));
        var page = rest.Take(limit + 1).ToImmutableArray();
        return page.Length > limit
            ? (page[..limit], positionOf(page[limit - 1]))
            : (page, null);
    }
}
