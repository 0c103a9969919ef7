using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CmeOrleans.WebApi.Json;

/// <summary>Reads and writes <see cref="Credits"/> digit by digit; no binary floating point comes near an amount.</summary>
/// <remarks>
/// Accepted are plain numbers with none, one or two decimals and at most <see cref="IntegerDigitsMax"/> digits before the
/// point: <c>2</c>, <c>1.5</c>, <c>1.50</c>. A third decimal is refused even when it is zero, and so is an exponent, since
/// both mean that the sender's amounts are not exact hundredths. Written without needless zeros: <c>1.5</c>.
/// </remarks>
internal sealed class CreditsConverter : JsonConverter<Credits>
{
    /// <summary>Beyond any real amount and still far from the limits of 64 bits, also when many are added up.</summary>
    public const int IntegerDigitsMax = 12;

    private const int TextLengthMax = 1 + IntegerDigitsMax + 1 + 2;

    public override Credits Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.Number)
        {
            throw new FieldException("wrong-type", "An amount of credit is a JSON number.");
        }

        Span<byte> buffer = stackalloc byte[TextLengthMax];
        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (length > TextLengthMax)
        {
            throw Refused();
        }

        if (!reader.HasValueSequence)
        {
            return Parse(reader.ValueSpan);
        }

        reader.ValueSequence.CopyTo(buffer);
        return Parse(buffer[..(int)length]);
    }

    public override void Write(Utf8JsonWriter writer, Credits value, JsonSerializerOptions options)
    {
        Span<byte> text = stackalloc byte[24];
        writer.WriteRawValue(text[..Format(value.Hundredths, text)], skipInputValidation: true);
    }

    /// <summary>Writes the amount as a number without needless zeros and answers how many bytes that took.</summary>
    internal static int Format(long hundredths, Span<byte> text)
    {
        var length = 0;
        if (hundredths < 0)
        {
            text[length++] = (byte)'-';
        }

        // Not Math.Abs: the least 64-bit number has no positive counterpart of the same width.
        var magnitude = hundredths < 0 ? (ulong)-(hundredths + 1) + 1 : (ulong)hundredths;
        var (credits, rest) = Math.DivRem(magnitude, 100UL);
        Utf8Formatter.TryFormat(credits, text[length..], out var digits);
        length += digits;
        if (rest == 0)
        {
            return length;
        }

        text[length++] = (byte)'.';
        text[length++] = (byte)('0' + (rest / 10));
        if (rest % 10 != 0)
        {
            text[length++] = (byte)('0' + (rest % 10));
        }

        return length;
    }

    private static Credits Parse(ReadOnlySpan<byte> number)
    {
        var isNegative = number[0] == (byte)'-';
        var digits = isNegative ? number[1..] : number;
        var point = digits.IndexOf((byte)'.');
        var decimals = point < 0 ? 0 : digits.Length - point - 1;
        var integerDigits = point < 0 ? digits.Length : point;
        if (decimals > 2 || integerDigits > IntegerDigitsMax)
        {
            throw Refused();
        }

        var hundredths = 0L;
        foreach (var digit in digits)
        {
            if (digit == (byte)'.')
            {
                continue;
            }

            // What is left in a JSON number besides digits and the point is an exponent.
            if (!char.IsAsciiDigit((char)digit))
            {
                throw Refused();
            }

            hundredths = (hundredths * 10) + (digit - '0');
        }

        for (var missing = decimals; missing < 2; missing++)
        {
            hundredths *= 10;
        }

        return new(isNegative ? -hundredths : hundredths);
    }

    private static FieldException Refused() => new(
        "not-hundredths",
        $"An amount of credit has at most {IntegerDigitsMax} digits before the point and two after it, and no exponent.");
}
