namespace CmeOrleans.WebApi.Pages.Claimed;

/// <summary>The order in which claims are listed.</summary>
public sealed record ClaimedSort
{
    private const string UsualText = "-claimedAt";

    private ClaimedSort(string text) => Text = text;

    public static IReadOnlyList<(string Key, string Text)> Columns { get; } =
        [("claimedAt", "Date claimed"), ("earnedYear", "Year earned"), ("credits", "Credits"), ("creditType", "Type")];

    /// <summary>As it stands in addresses, such as <c>-claimedAt</c>.</summary>
    public string Text { get; }

    /// <summary>The order of that name; newest first if there is none.</summary>
    public static ClaimedSort Of(string text) => new(Columns.Any(column => column.Key == text.TrimStart('-')) ? text : UsualText);

    /// <summary>What <c>aria-sort</c> says of a column; none if the list is not sorted by it.</summary>
    public string? AriaOf(string key) => Text == key ? "ascending" : Text == $"-{key}" ? "descending" : null;

    /// <summary>The address that the link of a column leads to.</summary>
    public string AddressOf(string key) => $"/claimed?sort={(Text == $"-{key}" || (key == "creditType" && Text != key) ? key : $"-{key}")}";
}
