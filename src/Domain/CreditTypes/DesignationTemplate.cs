using System.Collections.Immutable;

namespace CmeOrleans.Domain.CreditTypes;

/// <summary>
/// The statement by which a provider designates an activity for credit, in the credit owner's words, with the places
/// <c>{provider}</c>, <c>{format}</c>, <c>{maximum}</c> and <c>{credits}</c> left open.
/// </summary>
public sealed class DesignationTemplate
{
    public const int TextLengthMax = 1_000;

    private static readonly string[] PlaceNames = ["provider", "format", "maximum", "credits"];

    private DesignationTemplate(string text, ImmutableArray<DesignationPart> parts)
    {
        Text = text;
        Parts = parts;
    }

    /// <summary>The template as written in the pack.</summary>
    public string Text { get; }

    /// <summary>Words and open places in order.</summary>
    public ImmutableArray<DesignationPart> Parts { get; }

    /// <exception cref="FormatException">The text is empty or too long, has a stray brace or a place of another name.</exception>
    public static DesignationTemplate Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (string.IsNullOrWhiteSpace(text) || text.Length > TextLengthMax)
        {
            throw new FormatException($"A designation statement has 1 to {TextLengthMax} characters.");
        }

        var parts = ImmutableArray.CreateBuilder<DesignationPart>();
        var position = 0;
        while (position < text.Length)
        {
            var open = text.IndexOf('{', position);
            var wordsEnd = open < 0 ? text.Length : open;
            AddWords(parts, text[position..wordsEnd]);
            position = wordsEnd;
            if (open >= 0)
            {
                position = AddPlace(parts, text, open);
            }
        }

        return new(text, parts.ToImmutable());
    }

    private static void AddWords(ImmutableArray<DesignationPart>.Builder parts, string words)
    {
        if (words.Contains('}', StringComparison.Ordinal))
        {
            throw new FormatException("A closing brace has no opening one.");
        }

        if (words.Length > 0)
        {
            parts.Add(new(DesignationPlace.None, words));
        }
    }

    private static int AddPlace(ImmutableArray<DesignationPart>.Builder parts, string text, int open)
    {
        var close = text.IndexOf('}', open);
        var name = close < 0 ? "" : text[(open + 1)..close];
        var place = Array.IndexOf(PlaceNames, name);
        if (place < 0)
        {
            throw new FormatException("A brace opens {provider}, {format}, {maximum} or {credits} and nothing else.");
        }

        // The enum lists the places in the order of their names, after None.
        parts.Add(new((DesignationPlace)(place + 1), ""));
        return close + 1;
    }
}
