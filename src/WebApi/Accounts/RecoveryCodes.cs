using System.Collections.Immutable;
using System.Security.Cryptography;
using CmeOrleans.WebApi.Auth;

namespace CmeOrleans.WebApi.Accounts;

/// <summary>Codes for who has lost the authenticator. Each works once; only their hashes are kept, within the sealed account.</summary>
internal static class RecoveryCodes
{
    public const int Count = 10;

    // Without letters and digits that look alike. Fifteen of them are 75 bits: no guessing, and no need for a slow hash.
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int GroupLength = 5;

    public static ImmutableArray<string> Create() => [.. Enumerable.Range(0, Count).Select(_ => string.Join(
        '-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString(Alphabet, GroupLength))))];

    public static string HashOf(string code) =>
        Convert.ToHexStringLower(ApiKeyText.HashOf(code.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant()));
}
