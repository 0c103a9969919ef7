using CmeOrleans.WebApi.Accounts;
using CmeOrleans.WebApi.Accounts.Sessions;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>Signing out. Asked for with a form, so that no link can do it.</summary>
internal static class SignOutPages
{
    public static void MapSignOut(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(AccountAddresses.SignOut, Show);

        // Not by its name alone, which would be taken for a handler that answers by itself.
        pages.MapPost(AccountAddresses.SignOut, (Func<HttpContext, Task<IResult>>)SignOutAsync);
    }

    private static IResult Show(HttpContext context) =>
        PageAnswer.Show<SignOutPage, SignOutModel>(new(AccountIdentity.Find(context.User)?.DisplayName ?? Caller.Of(context).Name));

    private static async Task<IResult> SignOutAsync(HttpContext context)
    {
        await AccountSession.EndAsync(context);
        return PageAnswer.GoTo(AccountAddresses.SignIn);
    }
}
