using System.Text.Json;
using System.Text.Json.Serialization;

namespace CmeOrleans.Domain.Ledger.Events;

/// <summary>Reads and writes an amount as its whole hundredths.</summary>
public sealed class CreditAmountConverter : JsonConverter<CreditAmount>
{
    public override CreditAmount Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TryGetInt64(out var hundredths) && hundredths >= 0
            ? CreditAmount.FromHundredths(hundredths)
            : throw new JsonException("An amount is a whole number of hundredths, zero or more.");

    public override void Write(Utf8JsonWriter writer, CreditAmount value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Hundredths);
}
