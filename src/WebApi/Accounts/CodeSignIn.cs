using CmeOrleans.Grains.Interfaces.Accounts;
using Microsoft.AspNetCore.Identity;

namespace CmeOrleans.WebApi.Accounts;

/// <summary>The second step of signing in, and the setting up and off of the authenticator app.</summary>
internal sealed class CodeSignIn(UserManager<Account> users, AccountStore store, IGrainFactory grains, TimeProvider time)
{
    /// <summary>Checks a code of the app or a recovery code. Either counts once; failures count as those of the password do.</summary>
    public async Task<bool> TryAsync(Account account, string code)
    {
        var attempts = grains.GetGrain<IAccountGrain>(account.Id);
        if (!(await attempts.BeginAttemptAsync()).IsAllowed || !await IsGoodAsync(account, code))
        {
            return false;
        }

        await attempts.ClearAttemptsAsync();
        return true;
    }

    /// <summary>Whether the code is one of the app or a recovery code, and uses it up. Who calls counts the attempt.</summary>
    public async Task<bool> IsGoodAsync(Account account, string code) =>
        await TryAppCodeAsync(account, code) || await TryRecoveryCodeAsync(account.Id, code);

    /// <summary>Gives the account a new secret to share with an app, which is not in use until <see cref="TurnOnAsync"/>.</summary>
    public async Task<bool> PrepareAsync(Account account)
    {
        if (account.Record.IsTwoFactorOn)
        {
            return false;
        }

        await store.SetAuthenticatorKeyAsync(account, TimeCode.CreateKey(), CancellationToken.None);
        return (await users.UpdateAsync(account)).Succeeded;
    }

    /// <summary>From now on a code is asked for. Other sessions end.</summary>
    /// <returns>The recovery codes, which nobody can show again; none if the code is not that of the app.</returns>
    public async Task<IReadOnlyList<string>?> TurnOnAsync(Account account, string code)
    {
        if (account.Record.IsTwoFactorOn || !await TryAppCodeAsync(account, code) || await users.FindByIdAsync(account.Id) is not { } current)
        {
            return null;
        }

        var codes = RecoveryCodes.Create();
        await store.ReplaceCodesAsync(current, codes, CancellationToken.None);
        var result = await users.SetTwoFactorEnabledAsync(current, enabled: true);
        account.Adopt(current.Id, current.Record, current.ETag!);
        return result.Succeeded ? codes : null;
    }

    /// <summary>No code is asked for any longer. Other sessions end.</summary>
    public async Task<bool> TurnOffAsync(Account account)
    {
        await store.SetAuthenticatorKeyAsync(account, "", CancellationToken.None);
        await store.ReplaceCodesAsync(account, [], CancellationToken.None);
        return (await users.SetTwoFactorEnabledAsync(account, enabled: false)).Succeeded;
    }

    // The grain uses the time step up, so that a code that somebody saw being typed is worth nothing.
    private async Task<bool> TryAppCodeAsync(Account account, string code) =>
        account.Record.AuthenticatorKey is { } key
        && TimeCode.FindStep(key, code.Replace(" ", "", StringComparison.Ordinal), time.GetUtcNow()) is { } step
        && await grains.GetGrain<IAccountGrain>(account.Id).UseTimeStepAsync(step);

    // Stored on condition of the version that was read: of two who show one code at once, one gets in.
    private async Task<bool> TryRecoveryCodeAsync(string accountId, string code) =>
        await users.FindByIdAsync(accountId) is { } current
        && await store.RedeemCodeAsync(current, code, CancellationToken.None)
        && (await users.UpdateAsync(current)).Succeeded;
}
