using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace CmeOrleans.WebApi;

/// <summary>The ids that clients choose: <c>[A-Za-z0-9][A-Za-z0-9._~-]{0,63}</c>.</summary>
internal static class Ids
{
    public const int LengthMax = 64;
    public const string Pattern = "^[A-Za-z0-9][A-Za-z0-9._~-]{0,63}$";

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~-");

    public static bool IsValid([NotNullWhen(true)] string? id) =>
        id is { Length: > 0 and <= LengthMax } && char.IsAsciiLetterOrDigit(id[0]) && !id.AsSpan().ContainsAnyExcept(Characters);

    /// <summary>Whether the text may be an id that the server made: a prefix, an underscore and a UUID.</summary>
    public static bool MayBeServerMade(string? id) =>
        id is { Length: > 0 and <= LengthMax } && id.IndexOf('_', StringComparison.Ordinal) is var underscore and > 0
        && Guid.TryParseExact(id.AsSpan(underscore + 1), "D", out _);
}
