using System.Security.Cryptography;
using CmeOrleans.WebApi.Accounts;
using CmeOrleans.WebApi.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CmeOrleans.WebApi.Tests.Accounts;

/// <summary>What the store of accounts promises to Identity, on either database. What is read is read anew, never the object that was written.</summary>
public abstract class AccountStoreContract(TestNode node)
{
    protected TestNode Node { get; } = node;

    private AccountStore Store => Node.Application.Services.GetRequiredService<AccountStore>();

    [Fact]
    public async Task An_address_has_one_account_however_it_is_written()
    {
        var account = await CreateAsync();
        var same = NewAccount(account.Record.Email!.ToUpperInvariant());

        var result = await Store.CreateAsync(same, TestContext.Current.CancellationToken);

        Assert.Equal("DuplicateEmail", Assert.Single(result.Errors).Code);
        Assert.Equal(account.Id, (await Store.FindByEmailAsync(account.Record.NormalizedEmail!, TestContext.Current.CancellationToken))!.Id);
        Assert.Null(await Store.FindByEmailAsync("NOBODY@EXAMPLE.ORG", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Of_two_who_change_one_version_the_second_is_refused()
    {
        var first = await CreateAsync();
        var second = await FindAsync(first.Id);
        first.Record = first.Record with { PasswordHash = "one" };
        second.Record = second.Record with { PasswordHash = "two" };

        Assert.True((await Store.UpdateAsync(first, TestContext.Current.CancellationToken)).Succeeded);
        Assert.Equal("ConcurrencyFailure", Assert.Single((await Store.UpdateAsync(second, TestContext.Current.CancellationToken)).Errors).Code);
        Assert.Equal("one", (await FindAsync(first.Id)).Record.PasswordHash);
    }

    [Fact]
    public async Task Recovery_codes_are_kept_as_hashes_and_used_up_one_by_one()
    {
        var account = await CreateAsync();
        await Store.ReplaceCodesAsync(account, ["AAAAA-BBBBB", "CCCCC-DDDDD"], TestContext.Current.CancellationToken);
        await Store.UpdateAsync(account, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(account.Record.RecoveryCodeHashes, hash => hash.Contains("AAAAA", StringComparison.Ordinal));

        var again = await FindAsync(account.Id);
        Assert.True(await Store.RedeemCodeAsync(again, "aaaaa-bbbbb", TestContext.Current.CancellationToken));
        await Store.UpdateAsync(again, TestContext.Current.CancellationToken);

        Assert.False(await Store.RedeemCodeAsync(await FindAsync(account.Id), "AAAAA-BBBBB", TestContext.Current.CancellationToken));
        Assert.Equal(1, await Store.CountCodesAsync(await FindAsync(account.Id), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Passkey_is_kept_found_by_its_id_counted_renamed_and_removed()
    {
        var account = await CreateAsync();
        var passkey = NewPasskey(signCount: 7);
        await Store.AddOrUpdatePasskeyAsync(account, passkey, TestContext.Current.CancellationToken);
        await Store.UpdateAsync(account, TestContext.Current.CancellationToken);

        var found = (await Store.FindByPasskeyIdAsync(passkey.CredentialId, TestContext.Current.CancellationToken))!;
        var kept = (await Store.FindPasskeyAsync(found, passkey.CredentialId, TestContext.Current.CancellationToken))!;
        Assert.Equal(account.Id, found.Id);
        Assert.Equal(passkey.PublicKey, kept.PublicKey);
        Assert.Equal(passkey.AttestationObject, kept.AttestationObject);
        Assert.Equal(passkey.ClientDataJson, kept.ClientDataJson);
        Assert.Equal(("Phone", 7u, passkey.CreatedAt, true), (kept.Name, kept.SignCount, kept.CreatedAt, kept.IsBackupEligible));
        Assert.Equal(["internal"], kept.Transports!);

        kept.Name = "Work laptop";
        kept.SignCount = uint.MaxValue;
        await Store.AddOrUpdatePasskeyAsync(found, kept, TestContext.Current.CancellationToken);
        await Store.UpdateAsync(found, TestContext.Current.CancellationToken);
        var renamed = Assert.Single(await Store.GetPasskeysAsync(await FindAsync(account.Id), TestContext.Current.CancellationToken));
        Assert.Equal(("Work laptop", uint.MaxValue), (renamed.Name, renamed.SignCount));

        await Store.RemovePasskeyAsync(found, passkey.CredentialId, TestContext.Current.CancellationToken);
        await Store.UpdateAsync(found, TestContext.Current.CancellationToken);
        Assert.Empty(await Store.GetPasskeysAsync(await FindAsync(account.Id), TestContext.Current.CancellationToken));
        Assert.Null(await Store.FindPasskeyAsync(await FindAsync(account.Id), passkey.CredentialId, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Passkey_of_somebody_else_is_not_taken()
    {
        var passkey = NewPasskey(signCount: 0);
        await Store.AddOrUpdatePasskeyAsync(await CreateAsync(), passkey, TestContext.Current.CancellationToken);
        var thief = await CreateAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.AddOrUpdatePasskeyAsync(thief, passkey, TestContext.Current.CancellationToken));
        Assert.Empty(thief.Record.Passkeys);
    }

    private async Task<Account> CreateAsync()
    {
        var account = NewAccount($"{Guid.NewGuid():N}@example.org");
        Assert.True((await Store.CreateAsync(account, TestContext.Current.CancellationToken)).Succeeded);
        return account;
    }

    private async Task<Account> FindAsync(string accountId) => (await Store.FindByIdAsync(accountId, TestContext.Current.CancellationToken))!;

    private static Account NewAccount(string email)
    {
        var account = Account.Create(email, TimeProvider.System.GetUtcNow());
        account.Record = account.Record with { NormalizedEmail = email.ToUpperInvariant() };
        return account;
    }

    private static UserPasskeyInfo NewPasskey(uint signCount) => new(
        RandomNumberGenerator.GetBytes(32),
        RandomNumberGenerator.GetBytes(77),
        new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero),
        signCount,
        ["internal"],
        isUserVerified: true,
        isBackupEligible: true,
        isBackedUp: false,
        RandomNumberGenerator.GetBytes(190),
        RandomNumberGenerator.GetBytes(120))
    {
        Name = "Phone",
    };
}
