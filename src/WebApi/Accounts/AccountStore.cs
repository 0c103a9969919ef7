using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Accounts;
using Microsoft.AspNetCore.Identity;

namespace CmeOrleans.WebApi.Accounts;

/// <summary>Keeps accounts in grains for ASP.NET Core Identity. The version of the grain's state is the concurrency stamp.</summary>
/// <remarks>
/// Getters and setters work on the account in memory, as Identity wants it; <see cref="UpdateAsync"/> stores all of it or
/// nothing. Tokens to cancel end at this door: a write that a grain has begun is not cancelled.
/// </remarks>
internal sealed partial class AccountStore(IGrainFactory grains, AccountNames names, IdentityErrorDescriber errors) : IUserStore<Account>
{
    /// <summary>Takes the address, then stores the account. Where a registration of the same address broke off in between, it is finished.</summary>
    public async Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken)
    {
        var id = user.Record.NormalizedEmail is { } email ? await names.OfEmail(email).TakeAsync(user.Id) : user.Id;
        var isNew = await GrainOf(id).CreateAsync(user.Record);
        if (!isNew)
        {
            return IdentityResult.Failed(errors.DuplicateEmail(user.Record.Email ?? ""));
        }

        var stored = await GrainOf(id).GetAsync() ?? throw new InvalidOperationException("An account that was stored is there.");
        user.Adopt(id, stored.Value, stored.ETag);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken)
    {
        if (user.ETag is not { } eTag)
        {
            throw new InvalidOperationException("An account is stored before it is updated.");
        }

        var answer = await GrainOf(user.Id).ReplaceAsync(user.Record, eTag);
        if (answer is not { Outcome: Outcome.Done, Value: { } stored })
        {
            return IdentityResult.Failed(errors.ConcurrencyFailure());
        }

        user.Adopt(user.Id, stored.Value, stored.ETag);
        return IdentityResult.Success;
    }

    /// <summary>Not on offer: an address stays with its account for ever.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Accounts are not deleted.");

    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Ids.MayBeServerMade(userId) && await GrainOf(userId).GetAsync() is { } stored ? new(userId, stored.Value, stored.ETag) : null;

    /// <summary>People sign in by address, so that a user name is one.</summary>
    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        FindByEmailAsync(normalizedUserName, cancellationToken);

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id);

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Record.Email ?? user.Id);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Record.NormalizedEmail ?? user.Id);

    /// <summary>Does nothing: the name follows from the address.</summary>
    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Does nothing: the name follows from the address.</summary>
    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        // It holds nothing.
    }

    private IAccountGrain GrainOf(string accountId) => grains.GetGrain<IAccountGrain>(accountId);

    private async Task<Account?> FindAsync(IAccountNameGrain name, CancellationToken cancellationToken) =>
        await name.FindAsync() is { } accountId ? await FindByIdAsync(accountId, cancellationToken) : null;

    private static Task Change(Account user, Func<AccountRecord, AccountRecord> change)
    {
        user.Record = change(user.Record);
        return Task.CompletedTask;
    }
}
