using Microsoft.AspNetCore.Identity;

namespace CmeOrleans.WebApi.Accounts;

/// <summary>A new password for who has forgotten theirs, by a link in a mail; and the confirmation that mail arrives.</summary>
internal sealed class PasswordReset(UserManager<Account> users, AccountTokens tokens, AccountMail mail, LevelTime levelTime)
{
    /// <summary>Sends a link if the address has an account; takes the same time if not.</summary>
    public async Task AskAsync(string email)
    {
        var begun = levelTime.Begin();
        if (await users.FindByEmailAsync(email) is { } account)
        {
            await mail.SendResetAsync(account, await users.GeneratePasswordResetTokenAsync(account));
        }

        await levelTime.EndAsync(begun);
    }

    /// <summary>Whether the link would set a password now.</summary>
    public async Task<bool> IsGoodAsync(string token) =>
        await FindAsync(token) is { } account
        && await tokens.ValidateAsync(UserManager<Account>.ResetPasswordTokenPurpose, token, users, account);

    /// <summary>
    /// Sets the password. Whoever has the link reads mail to the address, so that it is confirmed and a pause of sign-in ends;
    /// all sessions end, and passkeys go: somebody else may have made one.
    /// </summary>
    /// <returns><see langword="false"/> if the link was used, is too old or none of ours.</returns>
    public async Task<bool> SetAsync(string token, string password)
    {
        if (await FindAsync(token) is not { } account)
        {
            return false;
        }

        account.Record = account.Record with { IsEmailConfirmed = true, AttemptsCount = 0, PausedUntil = null, Passkeys = [] };
        return (await users.ResetPasswordAsync(account, token, password)).Succeeded;
    }

    /// <summary>Notes that mail to the address arrives. May be repeated.</summary>
    public async Task<bool> ConfirmEmailAsync(string token) =>
        await FindAsync(token) is { } account && (await users.ConfirmEmailAsync(account, token)).Succeeded;

    private async Task<Account?> FindAsync(string token) =>
        tokens.FindAccountId(token) is { } accountId ? await users.FindByIdAsync(accountId) : null;
}
