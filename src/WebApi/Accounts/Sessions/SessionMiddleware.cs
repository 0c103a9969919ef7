using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Pages.Shell;
using Microsoft.AspNetCore.Authentication;

namespace CmeOrleans.WebApi.Accounts.Sessions;

/// <summary>Says who looks at a page, by the cookie and by nothing else. Outside of pages cookies say nothing, since browsers send them unasked.</summary>
internal sealed class SessionMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) => PageMetadata.IsOf(context) ? IdentifyAsync(context) : next(context);

    private async Task IdentifyAsync(HttpContext context)
    {
        var session = await context.AuthenticateAsync(AuthSchemes.Session);
        context.User = session.Principal ?? new();
        await next(context);
    }
}
