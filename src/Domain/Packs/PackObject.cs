using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace CmeOrleans.Domain.Packs;

/// <summary>One JSON object of a pack with its place in the file, so that every fault can say where it is.</summary>
internal readonly struct PackObject
{
    private readonly JsonElement _element;
    private readonly string _packName;

    /// <param name="element">The object.</param>
    /// <param name="path">Its place in the file.</param>
    /// <param name="packName">What the pack is of, such as <c>credit types</c>.</param>
    public PackObject(JsonElement element, string path, string packName)
    {
        _element = element;
        _packName = packName;
        Path = path;
        if (element.ValueKind is not JsonValueKind.Object)
        {
            throw Fault(path, "is an object");
        }
    }

    public delegate bool NameParser<TValue>(string? name, out TValue value);

    public string Path { get; }

    /// <summary>What is wrong at a place of the file, this object's or below it.</summary>
    public PackException Fault(string path, string rule) => new($"The pack of {_packName} breaks a rule at {path}: it {rule}.");

    /// <summary>Refuses fields of other names: a misspelt optional field would else be a rule silently dropped.</summary>
    public void RequireOnly(params ReadOnlySpan<string> names)
    {
        foreach (var property in _element.EnumerateObject())
        {
            if (!names.Contains(property.Name))
            {
                throw Fault($"{Path}.{property.Name}", "is not a field of this layout");
            }
        }
    }

    public bool Has(string name) => _element.TryGetProperty(name, out _);

    public string Text(string name, int lengthMax)
    {
        var text = Field(name, JsonValueKind.String).GetString()!;
        return !string.IsNullOrWhiteSpace(text) && text.Length <= lengthMax
            ? text
            : throw Fault($"{Path}.{name}", $"has 1 to {lengthMax} characters");
    }

    public int Integer(string name) => Field(name, JsonValueKind.Number).TryGetInt32(out var number)
        ? number
        : throw Fault($"{Path}.{name}", "is a whole number");

    public bool Flag(string name)
    {
        if (!_element.TryGetProperty(name, out var value) || value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            throw Fault($"{Path}.{name}", "is given and is true or false");
        }

        return value.GetBoolean();
    }

    /// <summary>An amount above zero and at most 1,000,000 with at most two decimals, read as a decimal number.</summary>
    public CreditAmount PositiveAmount(string name)
    {
        var field = Field(name, JsonValueKind.Number);
        return field.TryGetDecimal(out var amount) && amount is > 0 and <= 1_000_000 && decimal.IsInteger(amount * 100)
            ? CreditAmount.FromHundredths((long)(amount * 100))
            : throw Fault($"{Path}.{name}", "is a positive amount with at most two decimals");
    }

    public DateOnly Date(string name)
    {
        var text = Text(name, 10);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Fault($"{Path}.{name}", "is a date such as 2026-01-31");
    }

    /// <summary>A list of texts of at most <paramref name="lengthMax"/> characters each; empty if it is not given.</summary>
    public ImmutableArray<string> Texts(string name, int countMax, int lengthMax)
    {
        var elements = Has(name) ? Array(name, countMax) : [];
        var texts = ImmutableArray.CreateBuilder<string>(elements.Length);
        for (var index = 0; index < elements.Length; index++)
        {
            var text = elements[index].ValueKind is JsonValueKind.String ? elements[index].GetString() : null;
            texts.Add(text?.Length <= lengthMax && !string.IsNullOrWhiteSpace(text)
                ? text
                : throw Fault($"{Path}.{name}[{index}]", $"has 1 to {lengthMax} characters"));
        }

        return texts.MoveToImmutable();
    }

    /// <summary>A list of at least one object, read one by one.</summary>
    public ImmutableArray<TItem> Items<TItem>(string name, int countMax, Func<PackObject, TItem> read)
    {
        var elements = Array(name, countMax);
        if (elements.IsEmpty)
        {
            throw Fault($"{Path}.{name}", "has at least one item");
        }

        var items = ImmutableArray.CreateBuilder<TItem>(elements.Length);
        for (var index = 0; index < elements.Length; index++)
        {
            items.Add(read(new(elements[index], $"{Path}.{name}[{index}]", _packName)));
        }

        return items.MoveToImmutable();
    }

    public ImmutableArray<JsonElement> Array(string name, int countMax)
    {
        var field = Field(name, JsonValueKind.Array);
        return field.GetArrayLength() <= countMax
            ? [.. field.EnumerateArray()]
            : throw Fault($"{Path}.{name}", $"has at most {countMax} items");
    }

    public TValue Named<TValue>(string name, NameParser<TValue> parse) =>
        parse(Text(name, 100), out var value) ? value : throw Fault($"{Path}.{name}", "is one of the names that the API uses");

    public ImmutableArray<TValue> NamedList<TValue>(string name, NameParser<TValue> parse)
    {
        var elements = Array(name, 50);
        var values = ImmutableArray.CreateBuilder<TValue>(elements.Length);
        for (var index = 0; index < elements.Length; index++)
        {
            var text = elements[index].ValueKind is JsonValueKind.String ? elements[index].GetString() : null;
            if (!parse(text, out var value))
            {
                throw Fault($"{Path}.{name}[{index}]", "is one of the names that the API uses");
            }

            if (values.Contains(value))
            {
                throw Fault($"{Path}.{name}[{index}]", "is listed once");
            }

            values.Add(value);
        }

        return values.ToImmutable();
    }

    public TValue Parsed<TValue>(string name, int lengthMax, Func<string, TValue> parse)
    {
        var text = Text(name, lengthMax);
        try
        {
            return parse(text);
        }
        catch (FormatException exception)
        {
            throw new PackException($"The pack of {_packName} breaks a rule at {Path}.{name}: {exception.Message}", exception);
        }
    }

    private JsonElement Field(string name, JsonValueKind kind)
    {
        if (!_element.TryGetProperty(name, out var value))
        {
            throw Fault($"{Path}.{name}", "is given");
        }

        return value.ValueKind == kind
            ? value
            : throw Fault($"{Path}.{name}", $"is of the JSON kind {kind.ToString().ToLowerInvariant()}");
    }
}
