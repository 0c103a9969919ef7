using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using CmeOrleans.Grains.Interfaces;

namespace CmeOrleans.WebApi.Json;

/// <summary>Instants as RFC 3339. Any offset is read and turned into UTC; <c>Z</c> is written. Leap seconds are not read.</summary>
internal sealed partial class InstantConverter : JsonConverter<DateTimeOffset>
{
    private const int TextLengthMax = 64;

    // Of a fraction, in tenths of a microsecond; what is finer is cut off.
    private const int FractionDigitsMax = 7;

    private static readonly string[] ReadFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TryParse(JsonText.ReadShort(ref reader, TextLengthMax), out var instant) ? instant : throw Refused();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime);

    /// <summary>Reads an instant; false when the text is not one, names no offset or lies outside of the years allowed.</summary>
    internal static bool TryParse(string? text, out DateTimeOffset instant)
    {
        instant = default;
        if (text is null || Rfc3339().Match(text) is not { Success: true } match)
        {
            return false;
        }

        var fraction = match.Groups["fraction"].Value;
        var exact = $"{match.Groups["time"].Value}{fraction[..Math.Min(fraction.Length, 1 + FractionDigitsMax)]}{match.Groups["offset"].Value}".ToUpperInvariant();
        if (!DateTimeOffset.TryParseExact(exact, ReadFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed))
        {
            return false;
        }

        instant = parsed.ToUniversalTime();
        return instant.Year is >= CalendarYears.Min and <= CalendarYears.Max;
    }

    [GeneratedRegex(@"\A(?<time>[0-9-]{10}[Tt][0-9:]{8})(?<fraction>\.[0-9]+)?(?<offset>[Zz]|[+-][0-9]{2}:[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Rfc3339();

    private static FieldException Refused() => new(
        "not-an-instant",
        $"An instant is written as 2026-11-22T10:00:00Z and lies in the years {CalendarYears.Min} to {CalendarYears.Max}.");
}
