using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CmeOrleans.Domain.Identifiers;

namespace CmeOrleans.Domain.Ledger.Events;

/// <summary>Writes the body of a journal row as JSON: the fields in the order in which they come, no white space, nothing of a culture. What is absent is left out.</summary>
internal sealed class EventWriter : IDisposable
{
    /// <summary>Year, month and day, as in <c>2026-11-22</c>.</summary>
    public const string DateFormat = "O";

    private const int BodyBytesUsual = 2048;

    // A claim of a thousand courses is rare; what it took is not kept for the next claim of one.
    private const int BytesKeptMax = 64 * 1024;
    private const int TextBytesMax = 64;

    private readonly ArrayBufferWriter<byte> _bytes = new(BodyBytesUsual);
    private readonly Utf8JsonWriter _json;

    [ThreadStatic]
    private static EventWriter? s_idle;

    // Names are not escaped to \u sequences: an auditor reads the bodies. They are never put into HTML as they are.
    private EventWriter() => _json = new(_bytes, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <summary>An empty writer, to be disposed of after use.</summary>
    public static EventWriter Open()
    {
        var writer = s_idle ?? new();
        s_idle = null;
        return writer;
    }

    public byte[] ToBytes()
    {
        _json.Flush();
        return _bytes.WrittenSpan.ToArray();
    }

    public void BeginObject() => _json.WriteStartObject();

    public void EndObject() => _json.WriteEndObject();

    public void Write(ReadOnlySpan<byte> name, string text) => _json.WriteString(name, text);

    public void WriteOptional(ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            _json.WriteString(name, text);
        }
    }

    public void WriteOptional(ReadOnlySpan<byte> name, decimal? number)
    {
        if (number is { } value)
        {
            _json.WriteNumber(name, value);
        }
    }

    public void Write(ReadOnlySpan<byte> name, int number) => _json.WriteNumber(name, number);

    public void Write(ReadOnlySpan<byte> name, CreditAmount amount) => _json.WriteNumber(name, amount.Hundredths);

    public void Write(ReadOnlySpan<byte> name, DateTimeOffset instant) => _json.WriteString(name, instant);

    public void Write(ReadOnlySpan<byte> name, DateOnly date)
    {
        Span<byte> text = stackalloc byte[TextBytesMax];
        Invariant.Require(date.TryFormat(text, out var length, DateFormat, CultureInfo.InvariantCulture), "A date fits its text form.");
        _json.WriteString(name, text[..length]);
    }

    public void Write<TId>(ReadOnlySpan<byte> name, TId id)
        where TId : struct, IPrefixedId<TId>
    {
        _json.WritePropertyName(name);
        Write(id);
    }

    /// <summary>An id in a list.</summary>
    public void Write<TId>(TId id)
        where TId : struct, IPrefixedId<TId>
    {
        Span<byte> text = stackalloc byte[TextBytesMax];
        var length = Encoding.ASCII.GetBytes(TId.Prefix, text);
        Invariant.Require(id.Value.TryFormat(text[length..], out var guidLength), "An id fits its text form.");
        _json.WriteStringValue(text[..(length + guidLength)]);
    }

    public void Write(ReadOnlySpan<byte> name, SealedText text) => _json.WriteBase64String(name, text.Ciphertext.Span);

    public void Write(ReadOnlySpan<byte> name, ImmutableArray<CreditMovement> movements) => Write(name, movements, static (writer, movement) =>
    {
        writer.BeginObject();
        writer.Write("creditId"u8, movement.CreditId);
        writer.Write("hundredths"u8, movement.Hundredths);
        writer.EndObject();
    });

    public void Write<T>(ReadOnlySpan<byte> name, ImmutableArray<T> items, Action<EventWriter, T> writeItem)
    {
        _json.WriteStartArray(name);
        foreach (var item in items)
        {
            writeItem(this, item);
        }

        _json.WriteEndArray();
    }

    /// <summary>A text in a list.</summary>
    public void Write(string text) => _json.WriteStringValue(text);

    public void Dispose()
    {
        _json.Reset();
        _bytes.ResetWrittenCount();
        s_idle = _bytes.Capacity <= BytesKeptMax ? this : null;
    }
}
