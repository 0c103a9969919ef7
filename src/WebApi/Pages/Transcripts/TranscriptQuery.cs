using System.Globalization;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Transcripts;

/// <summary>Which part of a transcript is asked for.</summary>
/// <param name="From">The first day of completion, or none.</param>
/// <param name="To">The last day of completion, or none.</param>
/// <param name="IsByCourse">Whether lines are grouped by course; else by type.</param>
public sealed record TranscriptQuery(DateOnly? From, DateOnly? To, bool IsByCourse)
{
    public const string FromField = "from";
    public const string ToField = "to";
    public const string ByField = "by";
    public const string ByCourse = "course";

    public string CsvAddress =>
        $"/transcript.csv?{FromField}={Code(From)}&{ToField}={Code(To)}";

    public static string Code(DateOnly? date) => date is { } day ? PageTexts.DateCode(day) : "";

    public bool Includes(DateOnly day) => (From is null || From <= day) && (To is null || day <= To);

    /// <summary>Reads a day; false if something is written that is none.</summary>
    internal static bool TryRead(IQueryCollection query, string field, out DateOnly? day)
    {
        day = null;
        var text = query[field].ToString().Trim();
        if (text.Length == 0)
        {
            return true;
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
        {
            return false;
        }

        day = read;
        return true;
    }
}
