using CmeOrleans.WebApi.ApiKeys;
using CmeOrleans.WebApi.Audit;
using Microsoft.AspNetCore.Identity;

namespace CmeOrleans.WebApi.Accounts;

/// <summary>A new password for who has forgotten theirs, by a link in a mail; and the confirmation that mail arrives.</summary>
internal sealed class PasswordReset(
    UserManager<Account> users, AccountTokens tokens, AccountMail mail, LearnerKeyRevocation keys, AuditTrail trail, LevelTime levelTime)
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

    /// <summary>The account whose password the link would set now; none if it was used, is too old or none of ours.</summary>
    public async Task<Account?> FindGoodAsync(string token) =>
        await FindAsync(token) is { } account
        && await tokens.ValidateAsync(UserManager<Account>.ResetPasswordTokenPurpose, token, users, account)
            ? account
            : null;

    /// <summary>
    /// Sets the password. Whoever has the link reads mail to the address, so that it is confirmed and a pause of sign-in ends;
    /// all sessions end, and passkeys go: somebody else may have made one. API keys go if asked to: programs may depend on them.
    /// </summary>
    /// <returns><see langword="false"/> if the link was used, is too old or none of ours; then the password is as it was.</returns>
    public async Task<bool> SetAsync(string token, string password, bool revokesKeys)
    {
        if (await FindGoodAsync(token) is not { } account)
        {
            return false;
        }

        // Keys go first, so that the link is good for another try if that fails; and once more when the old password, with
        // which somebody could make another meanwhile, is worth nothing.
        var learnerId = revokesKeys ? account.Record.LearnerId : null;
        var revokedCount = await RevokeKeysAsync(learnerId);

        // Many keys take a while, and the account may have changed meanwhile.
        if (await FindGoodAsync(token) is not { } current)
        {
            return false;
        }

        account = current;
        account.Record = account.Record with { IsEmailConfirmed = true, AttemptsCount = 0, PausedUntil = null, Passkeys = [] };
        var result = await users.ResetPasswordAsync(account, token, password);
        revokedCount += await RevokeKeysAsync(learnerId);
        if (learnerId is not null && revokedCount > 0)
        {
            await trail.RecordOfLearnerAsync(learnerId, AuditActs.KeysRevoked, learnerId, AuditTrail.Done);
        }

        return result.Succeeded;
    }

    /// <summary>Notes that mail to the address arrives. May be repeated.</summary>
    public async Task<bool> ConfirmEmailAsync(string token) =>
        await FindAsync(token) is { } account && (await users.ConfirmEmailAsync(account, token)).Succeeded;

    private async Task<int> RevokeKeysAsync(string? learnerId) => learnerId is null ? 0 : await keys.RevokeAllAsync(learnerId);

    private async Task<Account?> FindAsync(string token) =>
        tokens.FindAccountId(token) is { } accountId ? await users.FindByIdAsync(accountId) : null;
}
