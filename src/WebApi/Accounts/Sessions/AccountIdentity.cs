using System.Security.Claims;
using CmeOrleans.WebApi.Auth;

namespace CmeOrleans.WebApi.Accounts.Sessions;

/// <summary>The identity of a person who is signed in to the pages, with the account as it is stored now.</summary>
internal sealed class AccountIdentity(Account account)
    : ClaimsIdentity([new(ClaimTypes.NameIdentifier, account.Id)], AuthSchemes.Session)
{
    public Account Account { get; } = account;

    /// <summary>The account of a request, or none if nobody is signed in.</summary>
    public static Account? Find(ClaimsPrincipal principal) => principal.Identities.OfType<AccountIdentity>().FirstOrDefault()?.Account;

    /// <exception cref="InvalidOperationException">Nobody is signed in, which the page's policy should have seen to.</exception>
    public static Account Of(HttpContext context) =>
        Find(context.User) ?? throw new InvalidOperationException("A page that asks for the account requires a session.");

    /// <summary>What a request may do for this account: what its learner's API key may, or nothing while it is bound to nobody.</summary>
    public static ClaimsPrincipal PrincipalOf(Account account)
    {
        var identity = new AccountIdentity(account);
        return account.Record.LearnerId is { } learnerId
            ? new([new CallerIdentity(new(CallerRole.Learner, learnerId, account.DisplayName, KeyId: null), AuthSchemes.Session), identity])
            : new(identity);
    }
}
