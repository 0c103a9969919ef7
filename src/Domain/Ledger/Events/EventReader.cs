using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CmeOrleans.Domain.Identifiers;

namespace CmeOrleans.Domain.Ledger.Events;

/// <summary>Reads the body of a journal row, field by field in the order in which <see cref="EventWriter"/> wrote them. Whatever else it meets is no such body.</summary>
/// <remarks>Every member throws <see cref="JsonException"/> when the next field is not the one it is asked for, or not of that form.</remarks>
internal ref struct EventReader(ReadOnlySpan<byte> body)
{
    private const int GuidLength = 36;

    private Utf8JsonReader _json = new(body);
    private bool _isAhead;

    internal delegate T ReadItem<out T>(ref EventReader reader);

    public void BeginObject() => Require(JsonTokenType.StartObject);

    public void EndObject() => Require(JsonTokenType.EndObject);

    /// <summary>Nothing follows.</summary>
    public void End()
    {
        if (_json.Read())
        {
            throw Unexpected();
        }
    }

    public string ReadText(ReadOnlySpan<byte> name)
    {
        RequireName(name);
        return ReadText();
    }

    /// <summary>A text in a list.</summary>
    public string ReadText()
    {
        Require(JsonTokenType.String);
        return _json.GetString()!;
    }

    public string? ReadOptionalText(ReadOnlySpan<byte> name) => IsName(name) ? ReadText() : null;

    public decimal? ReadOptionalDecimal(ReadOnlySpan<byte> name)
    {
        if (!IsName(name))
        {
            return null;
        }

        Require(JsonTokenType.Number);
        return _json.TryGetDecimal(out var value) ? value : throw Unexpected();
    }

    public int ReadInt(ReadOnlySpan<byte> name)
    {
        RequireName(name);
        Require(JsonTokenType.Number);
        return _json.TryGetInt32(out var value) ? value : throw Unexpected();
    }

    /// <summary>An amount as whole hundredths, zero or more.</summary>
    public CreditAmount ReadAmount(ReadOnlySpan<byte> name)
    {
        RequireName(name);
        Require(JsonTokenType.Number);
        return _json.TryGetInt64(out var hundredths) && hundredths >= 0 ? CreditAmount.FromHundredths(hundredths) : throw Unexpected();
    }

    public DateTimeOffset ReadInstant(ReadOnlySpan<byte> name)
    {
        RequireName(name);
        Require(JsonTokenType.String);
        return _json.TryGetDateTimeOffset(out var value) ? value : throw Unexpected();
    }

    public DateOnly ReadDate(ReadOnlySpan<byte> name)
    {
        var text = ReadText(name);
        return DateOnly.TryParseExact(text, EventWriter.DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : throw Unexpected();
    }

    public TId ReadId<TId>(ReadOnlySpan<byte> name)
        where TId : struct, IPrefixedId<TId>
    {
        RequireName(name);
        return ReadId<TId>();
    }

    /// <summary>An id in a list.</summary>
    public TId ReadId<TId>()
        where TId : struct, IPrefixedId<TId>
    {
        Require(JsonTokenType.String);
        var text = _json.ValueSpan;
        var prefix = TId.Prefix;
        return text.Length == prefix.Length + GuidLength
            && Ascii.Equals(text[..prefix.Length], prefix)
            && Utf8Parser.TryParse(text[prefix.Length..], out Guid value, out var length, 'D')
            && length == GuidLength
                ? TId.From(value)
                : throw Unexpected();
    }

    public SealedText ReadSealed(ReadOnlySpan<byte> name)
    {
        RequireName(name);
        Require(JsonTokenType.String);
        return _json.TryGetBytesFromBase64(out var bytes) ? new(bytes) : throw Unexpected();
    }

    public ImmutableArray<CreditMovement> ReadMovements(ReadOnlySpan<byte> name) => ReadList(name, static (ref EventReader reader) =>
    {
        reader.BeginObject();
        var movement = new CreditMovement(reader.ReadId<CreditId>("creditId"u8), reader.ReadAmount("hundredths"u8));
        reader.EndObject();
        return movement;
    });

    public ImmutableArray<T> ReadList<T>(ReadOnlySpan<byte> name, ReadItem<T> readItem)
    {
        RequireName(name);
        Require(JsonTokenType.StartArray);
        if (IsEndOfList())
        {
            return [];
        }

        var items = ImmutableArray.CreateBuilder<T>(1);
        do
        {
            items.Add(readItem(ref this));
        }
        while (!IsEndOfList());
        return items.DrainToImmutable();
    }

    private static JsonException Unexpected() => new("The body is not one of its kind.");

    private bool IsEndOfList()
    {
        Advance();
        _isAhead = _json.TokenType is not JsonTokenType.EndArray;
        return !_isAhead;
    }

    private bool IsName(ReadOnlySpan<byte> name)
    {
        Advance();
        _isAhead = _json.TokenType is not JsonTokenType.PropertyName || !_json.ValueTextEquals(name);
        return !_isAhead;
    }

    private void RequireName(ReadOnlySpan<byte> name)
    {
        if (!IsName(name))
        {
            throw Unexpected();
        }
    }

    private void Require(JsonTokenType type)
    {
        Advance();
        if (_json.TokenType != type)
        {
            throw Unexpected();
        }
    }

    // What is there was looked at already and is not what was asked for before.
    private void Advance()
    {
        if (!_isAhead && !_json.Read())
        {
            throw Unexpected();
        }

        _isAhead = false;
    }
}
