using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using CmeOrleans.WebApi.Auth;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace CmeOrleans.WebApi.Accounts.Sessions;

/// <summary>Begins, checks and ends sessions. The cookie names the account and its security stamp; all else is read on each request.</summary>
internal static class AccountSession
{
    private const string StampClaim = "cme_stamp";

    /// <summary>The person has shown to be the account's owner: sets the cookie.</summary>
    public static Task BeginAsync(HttpContext context, Account account) =>
        context.SignInAsync(AuthSchemes.Session, TicketPrincipal(account, AuthSchemes.Session));

    public static Task EndAsync(HttpContext context) => context.SignOutAsync(AuthSchemes.Session);

    /// <summary>The password was right and the second step is still to come: sets a cookie that is good for nothing else.</summary>
    public static Task BeginSecondStepAsync(HttpContext context, Account account) =>
        context.SignInAsync(AuthSchemes.SecondStep, TicketPrincipal(account, AuthSchemes.SecondStep));

    public static Task EndSecondStepAsync(HttpContext context) => context.SignOutAsync(AuthSchemes.SecondStep);

    /// <summary>Whose second step is to come, or nobody's.</summary>
    public static async Task<Account?> FindSecondStepAsync(HttpContext context) =>
        AccountIdentity.Find((await context.AuthenticateAsync(AuthSchemes.SecondStep)).Principal ?? new());

    /// <summary>Ends the session unless the account still has the stamp of the cookie: a changed password ends all others at once.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (StaffSession.MarkOf(context.Principal) is { } mark)
        {
            await StaffSession.ValidateAsync(context, mark);
            return;
        }

        var store = context.HttpContext.RequestServices.GetRequiredService<AccountStore>();
        var accountId = context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
        var stamp = context.Principal?.FindFirstValue(StampClaim) ?? "";
        var account = await store.FindByIdAsync(accountId, context.HttpContext.RequestAborted);
        if (account is null || !AreEqual(account.Record.SecurityStamp, stamp))
        {
            context.RejectPrincipal();
            return;
        }

        context.ReplacePrincipal(AccountIdentity.PrincipalOf(account));
    }

    private static ClaimsPrincipal TicketPrincipal(Account account, string scheme) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, account.Id), new(StampClaim, account.Record.SecurityStamp)], scheme));

    private static bool AreEqual(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}
