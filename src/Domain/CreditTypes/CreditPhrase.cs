using System.Collections.Immutable;

namespace CmeOrleans.Domain.CreditTypes;

/// <summary>
/// A credit's name exactly as its owner wants it written, with the part that must stand in italics and the mark.
/// Written in data as text in which asterisks enclose the italics: <c>*AMA PRA Category 1 Credit*™</c>.
/// </summary>
public sealed class CreditPhrase
{
    public const int TextLengthMax = 100;

    private CreditPhrase(string text, ImmutableArray<CreditPhraseRun> runs)
    {
        Text = text;
        Runs = runs;
    }

    /// <summary>The words without any style, for places that have no italics.</summary>
    public string Text { get; }

    /// <summary>The words in order, split where the style changes; none is empty.</summary>
    public ImmutableArray<CreditPhraseRun> Runs { get; }

    /// <exception cref="FormatException">The text is empty or too long, or an asterisk has no partner.</exception>
    public static CreditPhrase Parse(string marked)
    {
        ArgumentNullException.ThrowIfNull(marked);

        var parts = marked.Split('*');
        if (parts.Length % 2 == 0)
        {
            throw new FormatException("An asterisk opens italics and has no partner that closes them.");
        }

        var text = string.Concat(parts);
        if (string.IsNullOrWhiteSpace(text) || text.Length > TextLengthMax)
        {
            throw new FormatException($"A credit's wording has 1 to {TextLengthMax} characters.");
        }

        // Splitting at asterisks leaves the upright parts at even positions and the italic ones between them.
        var runs = parts
            .Select((part, position) => new CreditPhraseRun(part, IsItalic: position % 2 == 1))
            .Where(run => run.Text.Length > 0)
            .ToImmutableArray();
        return new(text, runs);
    }

    /// <summary>What <see cref="Parse"/> was given.</summary>
    public string ToMarkedText() => string.Concat(Runs.Select(run => run.IsItalic ? $"*{run.Text}*" : run.Text));

    /// <inheritdoc/>
    public override string ToString() => Text;
}
