using CmeOrleans.Grains.Interfaces.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CmeOrleans.WebApi.Accounts;

/// <summary>Signs in by address and password.</summary>
/// <remarks>
/// An unknown address costs the same work as a wrong password, and every refusal comes after the same time, so that nobody
/// learns who has an account.
/// </remarks>
internal sealed class PasswordSignIn(
    UserManager<Account> users, IGrainFactory grains, LevelTime levelTime, DecoyPassword decoy, IOptions<AccountsOptions> options)
{
    public async Task<(SignInOutcome Outcome, Account? Account)> TryAsync(string email, string password)
    {
        var begun = levelTime.Begin();
        var (outcome, account) = await DecideAsync(email, password);
        if (outcome is SignInOutcome.Refused)
        {
            await levelTime.EndAsync(begun);
        }

        return (outcome, account);
    }

    private async Task<(SignInOutcome Outcome, Account? Account)> DecideAsync(string email, string password)
    {
        if (await users.FindByEmailAsync(email) is not { Record.PasswordHash: not null } known)
        {
            decoy.Verify(password);
            return (SignInOutcome.Refused, null);
        }

        var attempts = grains.GetGrain<IAccountGrain>(known.Id);
        var attempt = await attempts.BeginAttemptAsync();
        if (await users.FindByIdAsync(known.Id) is not { } account || !await users.CheckPasswordAsync(account, password) || !attempt.IsAllowed)
        {
            return (SignInOutcome.Refused, null);
        }

        if (options.Value.RequireConfirmedEmail is true && !account.Record.IsEmailConfirmed)
        {
            return (SignInOutcome.NeedsConfirmation, account);
        }

        if (account.Record.IsTwoFactorOn)
        {
            return (SignInOutcome.NeedsCode, account);
        }

        await attempts.ClearAttemptsAsync();
        return (SignInOutcome.SignedIn, account);
    }
}
