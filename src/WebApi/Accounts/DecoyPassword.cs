using Microsoft.AspNetCore.Identity;

namespace CmeOrleans.WebApi.Accounts;

/// <summary>Does the work of checking a password where there is none to check.</summary>
internal sealed class DecoyPassword(IPasswordHasher<Account> hasher)
{
    private static readonly Account Nobody = Account.Create(email: null, DateTimeOffset.UnixEpoch);

    private readonly Lazy<string> _hash = new(() => hasher.HashPassword(Nobody, Guid.NewGuid().ToString()));

    public void Verify(string password) => hasher.VerifyHashedPassword(Nobody, _hash.Value, password);
}
