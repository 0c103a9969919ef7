using System.Diagnostics.CodeAnalysis;

namespace CmeOrleans.Domain.Identifiers;

/// <summary>The text form of the ids that the product makes: a prefix that names the kind, then a UUIDv7.</summary>
internal static class PrefixedId
{
    private const int GuidLength = 36;

    public static string Format(string prefix, Guid value) =>
        string.Create(prefix.Length + GuidLength, (prefix, value), static (span, state) =>
        {
            state.prefix.CopyTo(span);
            Invariant.Require(state.value.TryFormat(span[state.prefix.Length..], out _), "An id fits its text form.");
        });

    public static bool TryParse([NotNullWhen(true)] string? text, string prefix, out Guid value)
    {
        value = default;
        return text is not null
            && text.Length == prefix.Length + GuidLength
            && text.StartsWith(prefix, StringComparison.Ordinal)
            && Guid.TryParseExact(text.AsSpan(prefix.Length), "D", out value);
    }
}
