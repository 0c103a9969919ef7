namespace CmeOrleans.WebApi.Pages.Keys;

/// <summary>How long a key lasts, as people choose it.</summary>
internal static class KeyTerm
{
    public const string Quarter = "90-days";
    public const string Year = "1-year";
    public const string Always = "always";

    private const int QuarterDays = 90;

    public static IReadOnlyList<(string Value, string Text)> Options { get; } =
        [(Quarter, "90 days"), (Year, "One year"), (Always, "Until I revoke it")];

    /// <summary>When a key of now ends, or never; false if the choice is none.</summary>
    public static bool TryEnd(string choice, DateTimeOffset now, out DateTimeOffset? endsAt)
    {
        // In whole seconds, as the API writes instants.
        var second = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        (endsAt, var isKnown) = choice switch
        {
            Quarter => (second.AddDays(QuarterDays), true),
            Year => (second.AddYears(1), true),
            Always => ((DateTimeOffset?)null, true),
            _ => (null, false),
        };
        return isKnown;
    }
}
