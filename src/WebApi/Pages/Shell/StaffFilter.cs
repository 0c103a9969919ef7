using CmeOrleans.WebApi.Accounts;
using CmeOrleans.WebApi.Accounts.Sessions;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Pages.Shell;

/// <summary>Lets pass who has the access that a page needs, sends who is not signed in to sign in and come back, and shows others nothing.</summary>
internal sealed class StaffFilter(Access access) : IEndpointFilter
{
    private static readonly string[] IdNames = [RouteNames.Course, RouteNames.Provider];

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (Caller.From(http.User) is not { } caller)
        {
            return PageAnswer.GoTo(AccountIdentity.Find(http.User) is null ? SignInAddress.ReturningTo(http) : AccountAddresses.Welcome);
        }

        var rules = http.RequestServices.GetRequiredService<AccessRules>();
        return HasValidIds(http) && await rules.MayAsync(caller, access, name => http.Request.RouteValues[name] as string)
            ? await next(context)
            : new ProblemAnswer(Problem.NotFound);
    }

    private static bool HasValidIds(HttpContext context) =>
        IdNames.All(name => !context.Request.RouteValues.TryGetValue(name, out var id) || Ids.IsValid(id as string));
}
