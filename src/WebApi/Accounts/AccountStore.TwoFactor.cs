using Microsoft.AspNetCore.Identity;

namespace CmeOrleans.WebApi.Accounts;

/// <content>The second factor: authenticator app and recovery codes.</content>
internal sealed partial class AccountStore :
    IUserTwoFactorStore<Account>, IUserAuthenticatorKeyStore<Account>, IUserTwoFactorRecoveryCodeStore<Account>
{
    public Task<bool> GetTwoFactorEnabledAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Record.IsTwoFactorOn);

    public Task SetTwoFactorEnabledAsync(Account user, bool enabled, CancellationToken cancellationToken) =>
        Change(user, record => record with { IsTwoFactorOn = enabled });

    public Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Record.AuthenticatorKey);

    public Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancellationToken) =>
        Change(user, record => record with { AuthenticatorKey = key.Length == 0 ? null : key, LastTimeStep = 0 });

    public Task<int> CountCodesAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Record.RecoveryCodeHashes.Length);

    public Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        Change(user, record => record with { RecoveryCodeHashes = [.. recoveryCodes.Select(RecoveryCodes.HashOf)] });

    /// <summary>Takes the code off the account in memory; it is used up when the account is stored.</summary>
    public async Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken)
    {
        var hash = RecoveryCodes.HashOf(code);
        var isKnown = user.Record.RecoveryCodeHashes.Contains(hash);
        await Change(user, record => isKnown ? record with { RecoveryCodeHashes = record.RecoveryCodeHashes.Remove(hash) } : record);
        return isKnown;
    }
}
