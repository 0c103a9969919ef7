using System.Collections.Immutable;
using System.Text;
using CmeOrleans.Grains.Interfaces;

namespace CmeOrleans.Grains;

/// <summary>Collects what is wrong with the fields of a request, all of it, each with its JSON pointer.</summary>
internal sealed class FieldChecks
{
    private const int LinesMax = 100;

    private readonly ImmutableArray<RefusalLine>.Builder _lines = ImmutableArray.CreateBuilder<RefusalLine>();

    public bool AreBroken => _lines.Count > 0;

    public ImmutableArray<RefusalLine> ToLines() => _lines.ToImmutable();

    public void Require(bool condition, string pointer, string code, string detail)
    {
        if (!condition && _lines.Count < LinesMax)
        {
            _lines.Add(new() { Pointer = pointer, Code = code, Detail = detail });
        }
    }

    /// <summary>A text of 1 to <paramref name="lengthMax"/> characters that is not blank and holds no control characters or broken pairs.</summary>
    public void RequireText(string? text, int lengthMax, string pointer)
    {
        Require(!string.IsNullOrWhiteSpace(text), pointer, "required", "A text is needed here.");
        if (text is not null)
        {
            Require(text.Length <= lengthMax, pointer, "too-long", $"At most {lengthMax} characters fit here.");
            Require(IsPrintable(text), pointer, "bad-characters", "Control characters and unpaired surrogates are not allowed.");
        }
    }

    /// <summary>As <see cref="RequireText"/>, for a text of several lines: line feeds and tabs are allowed.</summary>
    public void RequireLines(string text, int lengthMax, string pointer)
    {
        Require(!string.IsNullOrWhiteSpace(text), pointer, "required", "A text is needed here.");
        Require(text.Length <= lengthMax, pointer, "too-long", $"At most {lengthMax} characters fit here.");
        Require(
            IsPrintable(text.Replace('\n', ' ').Replace('\t', ' ')), pointer, "bad-characters", "Control characters and unpaired surrogates are not allowed.");
    }

    public void RequireOptionalText(string? text, int lengthMax, string pointer)
    {
        if (text is not null)
        {
            RequireText(text, lengthMax, pointer);
        }
    }

    private static bool IsPrintable(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            // EnumerateRunes turns an unpaired surrogate into U+FFFD, which nobody types.
            if (Rune.IsControl(rune) || rune == Rune.ReplacementChar)
            {
                return false;
            }
        }

        return true;
    }
}
