using CmeOrleans.Grains.Interfaces.Accounts;
using CmeOrleans.Grains.Interfaces.Institutions;
using Microsoft.AspNetCore.Identity;

namespace CmeOrleans.WebApi.Accounts.Sso;

/// <summary>Finds or makes the account of a person who signed in at an institution.</summary>
/// <remarks>It is never matched with another account by e-mail address: an address says who somebody claims to be, at another door.</remarks>
internal sealed class SsoAccounts(UserManager<Account> users, AccountNames names, IGrainFactory grains, TimeProvider time)
{
    /// <exception cref="InvalidOperationException">The account that was just stored is not there.</exception>
    public async Task<Account> FindOrCreateAsync(SsoPerson person)
    {
        var name = names.OfLogin(person.InstitutionId, person.Subject);
        var candidate = Account.Create(email: null, time.GetUtcNow());
        var accountId = await name.FindAsync() ?? await name.TakeAsync(candidate.Id);
        if (await users.FindByIdAsync(accountId) is not { } account)
        {
            // Either it is new, or an earlier sign-in broke off in between.
            await grains.GetGrain<IAccountGrain>(accountId).CreateAsync(candidate.Record with
            {
                DisplayName = person.Name,
                SecurityStamp = Guid.NewGuid().ToString("N"),
                Logins = [new() { InstitutionId = person.InstitutionId, Subject = person.Subject }],
            });
        }
        else if (account.Record.LearnerId is not null)
        {
            return account;
        }

        await BindAsync(accountId, person);
        return await users.FindByIdAsync(accountId) ?? throw new InvalidOperationException("An account that was stored is there.");
    }

    // The institution says whose record it is, and may do so for learners on its roster alone.
    private async Task BindAsync(string accountId, SsoPerson person)
    {
        if (person.LearnerId is { } learnerId
            && await grains.GetGrain<IRosterEntryGrain>($"{person.InstitutionId}/{learnerId}").IsOnRosterAsync())
        {
            await grains.GetGrain<IAccountGrain>(accountId).BindAsync(learnerId);
        }
    }
}
