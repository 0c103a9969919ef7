using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces.Accounts;
using Microsoft.AspNetCore.Identity;

namespace CmeOrleans.WebApi.Accounts;

/// <content>Passkeys. Each is found by its id as an account is by its address: the id is taken first, and for good.</content>
internal sealed partial class AccountStore : IUserPasskeyStore<Account>
{
    private const string NameDefault = "Passkey";

    /// <summary>Changes the account in memory; a new passkey takes its id at once.</summary>
    /// <exception cref="InvalidOperationException">The passkey is another account's.</exception>
    public async Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var index = IndexOf(user, passkey.CredentialId);
        if (index >= 0)
        {
            await Change(user, record => record with { Passkeys = record.Passkeys.SetItem(index, Update(record.Passkeys[index], passkey)) });
            return;
        }

        if (await names.OfPasskey(passkey.CredentialId).TakeAsync(user.Id) != user.Id)
        {
            throw new InvalidOperationException("A passkey belongs to the account that took it first.");
        }

        await Change(user, record => record with { Passkeys = record.Passkeys.Add(Create(passkey)) });
    }

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserPasskeyInfo>>([.. user.Record.Passkeys.Select(ToInfo)]);

    public Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        FindAsync(names.OfPasskey(credentialId), cancellationToken);

    public Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(IndexOf(user, credentialId) is >= 0 and var index ? ToInfo(user.Record.Passkeys[index]) : null);

    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        Change(user, record => record with { Passkeys = record.Passkeys.RemoveAll(passkey => passkey.CredentialId.Span.SequenceEqual(credentialId)) });

    private static int IndexOf(Account user, byte[] credentialId)
    {
        for (var index = 0; index < user.Record.Passkeys.Length; index++)
        {
            if (user.Record.Passkeys[index].CredentialId.Span.SequenceEqual(credentialId))
            {
                return index;
            }
        }

        return -1;
    }

    private static AccountPasskey Create(UserPasskeyInfo info) => new()
    {
        CredentialId = info.CredentialId,
        PublicKey = info.PublicKey,
        Name = info.Name ?? NameDefault,
        CreatedAt = info.CreatedAt,
        SignCount = info.SignCount,
        Transports = info.Transports?.ToImmutableArray() ?? [],
        IsUserVerified = info.IsUserVerified,
        IsBackupEligible = info.IsBackupEligible,
        IsBackedUp = info.IsBackedUp,
        AttestationObject = info.AttestationObject,
        ClientData = info.ClientDataJson,
    };

    // What a passkey is made of never changes; only how often and how it was used, and what it is called.
    private static AccountPasskey Update(AccountPasskey stored, UserPasskeyInfo info) => stored with
    {
        Name = info.Name ?? stored.Name,
        SignCount = info.SignCount,
        IsUserVerified = info.IsUserVerified,
        IsBackedUp = info.IsBackedUp,
    };

    private static UserPasskeyInfo ToInfo(AccountPasskey stored) => new(
        stored.CredentialId.ToArray(),
        stored.PublicKey.ToArray(),
        stored.CreatedAt,
        checked((uint)stored.SignCount),
        [.. stored.Transports],
        stored.IsUserVerified,
        stored.IsBackupEligible,
        stored.IsBackedUp,
        stored.AttestationObject.ToArray(),
        stored.ClientData.ToArray())
    {
        Name = stored.Name,
    };
}
