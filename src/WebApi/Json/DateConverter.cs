using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CmeOrleans.Grains.Interfaces;

namespace CmeOrleans.WebApi.Json;

/// <summary>Dates as <c>2026-11-22</c>.</summary>
internal sealed class DateConverter : JsonConverter<DateOnly>
{
    private const string DateFormat = "yyyy-MM-dd";

    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateOnly.TryParseExact(JsonText.ReadShort(ref reader, DateFormat.Length), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && CalendarYears.Have(date)
            ? date
            : throw Refused();

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(DateFormat, CultureInfo.InvariantCulture));

    private static FieldException Refused() => new(
        "not-a-date",
        $"A date is written as 2026-11-22 and lies in the years {CalendarYears.Min} to {CalendarYears.Max}.");
}
