using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CmeOrleans.Grains.Interfaces;

namespace CmeOrleans.WebApi.Json;

/// <summary>Instants as RFC 3339. Any offset is read and turned into UTC; <c>Z</c> is written.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    private const int TextLengthMax = 33;

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
        if (text is null || !NamesOffset(text)
            || !DateTimeOffset.TryParseExact(text, ReadFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed))
        {
            return false;
        }

        instant = parsed.ToUniversalTime();
        return instant.Year is >= CalendarYears.Min and <= CalendarYears.Max;
    }

    // The format's K also matches nothing at all, which would be read as local time.
    private static bool NamesOffset(string text) =>
        text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');

    private static FieldException Refused() => new(
        "not-an-instant",
        $"An instant is written as 2026-11-22T10:00:00Z and lies in the years {CalendarYears.Min} to {CalendarYears.Max}.");
}
