using CmeOrleans.Grains.Interfaces.Accounts;
using Microsoft.AspNetCore.Identity;

namespace CmeOrleans.WebApi.Accounts;

/// <summary>
/// Asks whoever sits at an open session for the owner's password, and for a code where signing in asks for one: before
/// anything is made, changed or removed that signs in once the session has ended.
/// </summary>
internal sealed class OwnerCheck(UserManager<Account> users, CodeSignIn codes, IGrainFactory grains)
{
    /// <summary>Counts as an attempt to sign in; a code is used up by it.</summary>
    /// <returns>The account as it is now; none if this is not its owner, attempts are paused or there is no password.</returns>
    public async Task<Account?> TryAsync(string accountId, string password, string code)
    {
        var attempts = grains.GetGrain<IAccountGrain>(accountId);
        if (!(await attempts.BeginAttemptAsync()).IsAllowed
            || await users.FindByIdAsync(accountId) is not { Record.PasswordHash: not null } account
            || !await users.CheckPasswordAsync(account, password)
            || (account.Record.IsTwoFactorOn && !await codes.IsGoodAsync(account, code)))
        {
            return null;
        }

        await attempts.ClearAttemptsAsync();
        return await users.FindByIdAsync(accountId);
    }
}
