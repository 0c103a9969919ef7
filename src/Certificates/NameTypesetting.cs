using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CmeOrleans.Certificates.Text;
using CmeOrleans.Grains.Certificates;

namespace CmeOrleans.Certificates;

/// <inheritdoc cref="INameTypesetting"/>
internal sealed class NameTypesetting(Typesetter typesetter) : INameTypesetting
{
    public bool CanSet(string name, [NotNullWhen(false)] out string? reason)
    {
        ArgumentNullException.ThrowIfNull(name);

        reason = null;
        foreach (var rune in CharacterRules.Normalize(name).EnumerateRunes())
        {
            reason ??= ReasonAgainst(rune.Value);
        }

        if (string.IsNullOrWhiteSpace(name))
        {
            reason = "The name is empty.";
        }

        return reason is null;
    }

    private string? ReasonAgainst(int codePoint)
    {
        if (CharacterRules.RunsRightToLeft(codePoint))
        {
            return "The name has letters that are written from right to left, which certificates cannot print. "
                + "Please enter it in Latin letters, as it stands on your license.";
        }

        if (CharacterRules.IsInvisible(codePoint))
        {
            return string.Create(CultureInfo.InvariantCulture, $"The name has an invisible character (U+{codePoint:X4}). Please remove it.");
        }

        return typesetter.CanSet(codePoint)
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Certificates cannot print the character “{char.ConvertFromUtf32(codePoint)}” (U+{codePoint:X4}) of the name. ")
                + "Please enter it in Latin, Greek or Cyrillic letters.";
    }
}
