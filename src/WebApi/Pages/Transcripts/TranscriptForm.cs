using System.Globalization;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Transcripts;
using CmeOrleans.WebApi.Pages.Forms;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Transcripts;

/// <summary>Which part of a transcript is asked for, as it stands in addresses.</summary>
internal static class TranscriptForm
{
    public const string FromField = "from";
    public const string ToField = "to";
    public const string ByField = "by";
    public const string ByCourse = "course";

    public static string Code(DateOnly? date) => date is { } day ? PageTexts.DateCode(day) : "";

    /// <summary>The address of the same part in another form.</summary>
    public static string AddressOf(string path, TranscriptQuery query) =>
        $"{path}?{FromField}={Code(query.From)}&{ToField}={Code(query.To)}&{ByField}={(query.IsByCourse ? ByCourse : "type")}";

    /// <summary>What was typed into a field, right or wrong.</summary>
    public static string TypedIn(IQueryCollection fields, string field) => fields[field].ToString().Trim();

    public static (TranscriptQuery Query, FormErrors Errors) Read(IQueryCollection fields)
    {
        var errors = new List<FormError>();
        if (!TryRead(fields, FromField, out var from))
        {
            errors.Add(new(FromField, $"Enter the first day as a date in the years {CalendarYears.Min} to {CalendarYears.Max}."));
        }

        if (!TryRead(fields, ToField, out var to))
        {
            errors.Add(new(ToField, $"Enter the last day as a date in the years {CalendarYears.Min} to {CalendarYears.Max}."));
        }

        if (from > to)
        {
            errors.Add(new(ToField, "The last day must not lie before the first."));
        }

        return (new() { From = from, To = to, IsByCourse = fields[ByField] == ByCourse }, FormErrors.Of(errors));
    }

    private static bool TryRead(IQueryCollection fields, string field, out DateOnly? day)
    {
        day = null;
        var text = TypedIn(fields, field);
        if (text.Length == 0)
        {
            return true;
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) || !CalendarYears.Have(read))
        {
            return false;
        }

        day = read;
        return true;
    }
}
