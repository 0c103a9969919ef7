using CmeOrleans.Grains.Interfaces.Learners;

namespace CmeOrleans.WebApi.Pages.Claiming;

/// <summary>The order in which credits to be claimed are listed.</summary>
public sealed record CreditSort
{
    private const string EarnedKey = "earnedAt";
    private const string CourseKey = "courseTitle";
    private const string AmountKey = "amount";

    private CreditSort(string key, bool isDescending) => (Key, IsDescending) = (key, isDescending);

    /// <summary>Newest first.</summary>
    public static CreditSort Usual { get; } = new(EarnedKey, isDescending: true);

    public static IReadOnlyList<(string Key, string Text)> Columns { get; } =
        [(CourseKey, "Course and topic"), (EarnedKey, "Earned"), (AmountKey, "Available")];

    public string Key { get; }

    public bool IsDescending { get; }

    /// <summary>As it stands in addresses, such as <c>-earnedAt</c>.</summary>
    public string Text => IsDescending ? $"-{Key}" : Key;

    /// <summary>What <c>aria-sort</c> says of a column; none if the list is not sorted by it.</summary>
    public string? AriaOf(string key) => key != Key ? null : IsDescending ? "descending" : "ascending";

    /// <summary>What the link of a column asks for: the other way round if the list is sorted by it, else its usual direction.</summary>
    public string NextOf(string key) => key == Key ? (IsDescending ? key : $"-{key}") : key == CourseKey ? key : $"-{key}";

    /// <summary>The order of that name; the usual one if there is none.</summary>
    public static CreditSort Of(string text)
    {
        var key = text.TrimStart('-');
        return Columns.Any(column => column.Key == key) ? new(key, text.StartsWith('-')) : Usual;
    }

    /// <summary>Sorts credits; credits of one course stay together in the place of the first of them.</summary>
    public IEnumerable<IGrouping<string, CreditView>> Arrange(IEnumerable<CreditView> credits)
    {
        var newestFirst = credits.OrderByDescending(credit => credit.EarnedAt).ThenBy(credit => credit.CreditId, StringComparer.Ordinal);
        IEnumerable<CreditView> sorted = (Key, IsDescending) switch
        {
            (CourseKey, false) => newestFirst.OrderBy(credit => credit.CourseTitle, StringComparer.OrdinalIgnoreCase),
            (CourseKey, true) => newestFirst.OrderByDescending(credit => credit.CourseTitle, StringComparer.OrdinalIgnoreCase),
            (AmountKey, false) => newestFirst.OrderBy(credit => credit.AvailableHundredths),
            (AmountKey, true) => newestFirst.OrderByDescending(credit => credit.AvailableHundredths),
            (EarnedKey, false) => newestFirst.OrderBy(credit => credit.EarnedAt),
            (EarnedKey, true) => newestFirst,
            _ => throw new NotSupportedException($"Credits cannot be sorted by {Text}."),
        };
        return sorted.GroupBy(credit => credit.CourseId, StringComparer.Ordinal);
    }
}
