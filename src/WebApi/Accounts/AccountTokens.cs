using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace CmeOrleans.WebApi.Accounts;

/// <summary>Tokens for links in mails: protected by the installation's keys, for one purpose, for a while, and for as long as the security stamp stays.</summary>
/// <remarks>A new password changes the stamp, so that a link for a new password works once.</remarks>
internal sealed class AccountTokens(IDataProtectionProvider protection, TimeProvider time) : IUserTwoFactorTokenProvider<Account>
{
    public const string Name = "Link";

    private const char Separator = '\n';
    private const int LengthMax = 2_000;

    private static readonly TimeSpan LifetimeOfReset = TimeSpan.FromHours(1);
    private static readonly TimeSpan LifetimeOfOthers = TimeSpan.FromDays(1);

    private readonly IDataProtector _protector = protection.CreateProtector("account-links");

    public Task<string> GenerateAsync(string purpose, UserManager<Account> manager, Account user)
    {
        var expiresAt = time.GetUtcNow() + (purpose == UserManager<Account>.ResetPasswordTokenPurpose ? LifetimeOfReset : LifetimeOfOthers);
        var content = string.Join(
            Separator, purpose, user.Id, user.Record.SecurityStamp, expiresAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        return Task.FromResult(Base64Url.EncodeToString(_protector.Protect(Encoding.UTF8.GetBytes(content))));
    }

    public Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user) => Task.FromResult(
        TryRead(token) is [var ofPurpose, var accountId, var stamp, _]
        && ofPurpose == purpose && accountId == user.Id && stamp == user.Record.SecurityStamp);

    /// <summary>These are links and no second factor.</summary>
    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Account> manager, Account user) => Task.FromResult(false);

    /// <summary>Whose token it is, if it is one of ours and its time is not over; whether it still counts is asked of <see cref="ValidateAsync"/>.</summary>
    public string? FindAccountId(string token) => TryRead(token) is [_, var accountId, _, _] ? accountId : null;

    private string[]? TryRead(string token)
    {
        if (token.Length is 0 or > LengthMax || !Base64Url.IsValid(token))
        {
            return null;
        }

        try
        {
            var parts = Encoding.UTF8.GetString(_protector.Unprotect(Base64Url.DecodeFromChars(token))).Split(Separator);
            return parts.Length == 4 && time.GetUtcNow().ToUnixTimeSeconds() < long.Parse(parts[3], CultureInfo.InvariantCulture) ? parts : null;
        }
        catch (CryptographicException)
        {
            // Not ours, or changed on the way.
            return null;
        }
    }
}
