using System.Collections.Immutable;
using System.Security.Cryptography;
using CmeOrleans.Grains.Interfaces.Accounts;
using CmeOrleans.WebApi.Pages.Forms;

namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>The passkeys of an account.</summary>
/// <param name="Passkeys">Oldest first.</param>
/// <param name="OptionsJson">What the browser asks a device for a new one; none if there may be no more.</param>
/// <param name="MayMake">Whether there may be passkeys: an account without a password signs in at an institution alone.</param>
/// <param name="AsksForCode">Whether signing in asks for a code, and so does the form.</param>
/// <param name="Name">What was typed as the name of a new one.</param>
/// <param name="Errors">What is wrong with the form.</param>
public sealed record PasskeysModel(ImmutableArray<AccountPasskey> Passkeys, string? OptionsJson, bool MayMake, bool AsksForCode, string Name, FormErrors Errors)
{
    private const int IdBytes = 16;

    /// <summary>What a passkey is called in addresses, which its own id may be too long for.</summary>
    public static string IdOf(AccountPasskey passkey) => Convert.ToHexStringLower(SHA256.HashData(passkey.CredentialId.Span).AsSpan(0, IdBytes));
}
