using Microsoft.AspNetCore.Identity;

namespace CmeOrleans.WebApi.Accounts;

/// <content>
/// The pause after failed attempts, as Identity sees it. Attempts at sign-in are not counted here but by the grain, before
/// the password is looked at (<see cref="Grains.Interfaces.Accounts.IAccountGrain.BeginAttemptAsync"/>).
/// </content>
internal sealed partial class AccountStore : IUserLockoutStore<Account>
{
    public Task<int> GetAccessFailedCountAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Record.AttemptsCount);

    public async Task<int> IncrementAccessFailedCountAsync(Account user, CancellationToken cancellationToken)
    {
        await Change(user, record => record with { AttemptsCount = record.AttemptsCount + 1 });
        return user.Record.AttemptsCount;
    }

    public Task ResetAccessFailedCountAsync(Account user, CancellationToken cancellationToken) =>
        Change(user, record => record with { AttemptsCount = 0 });

    public Task<bool> GetLockoutEnabledAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Does nothing: there is no account whose password may be guessed for ever.</summary>
    public Task SetLockoutEnabledAsync(Account user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Record.PausedUntil);

    public Task SetLockoutEndDateAsync(Account user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) =>
        Change(user, record => record with { PausedUntil = lockoutEnd });
}
