using CmeOrleans.WebApi.Accounts.Sessions;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Problems;
using Microsoft.AspNetCore.Antiforgery;

namespace CmeOrleans.WebApi.Pages.Shell;

/// <summary>Stands before every page: widens the content policy to our own files, and takes forms only from our own pages.</summary>
internal sealed class PageFilter(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.ContentSecurityPolicy = SecurityHeaders.SitePolicy;
        if (!HttpMethods.IsPost(http.Request.Method) || await IsOursAsync(http))
        {
            return await next(context);
        }

        // A form is bound to who opened it. Where nobody is signed in any more, that is the likely cause, and the way back helps;
        // a stranger's form is not taken either, and leads no further than to the page on which one signs in.
        return SessionPage.Find(http) is { } page && Caller.From(http.User) is null && AccountIdentity.Find(http.User) is null
            ? PageAnswer.GoTo(SignInAddress.AfterSession(http, page.NeedsSession))
            : new ProblemAnswer(new(ProblemTypes.InvalidRequest, "This form has been open too long, or was not sent from a page of ours. Open the page again."));
    }

    private async Task<bool> IsOursAsync(HttpContext context)
    {
        try
        {
            await antiforgery.ValidateRequestAsync(context);
            return true;
        }
        catch (AntiforgeryValidationException)
        {
            // Also thrown for a form that breaks the bounds of forms.
            return false;
        }
    }
}
