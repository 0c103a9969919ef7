using CmeOrleans.WebApi.Accounts.Sessions;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>Lets pass who is signed in, with an account or with a key, and sends others to sign in and come back.</summary>
internal sealed class SessionFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        AccountIdentity.Find(context.HttpContext.User) is not null || Caller.From(context.HttpContext.User) is not null
            ? await next(context)
            : PageAnswer.GoTo(SignInAddress.ReturningTo(context.HttpContext));
}
