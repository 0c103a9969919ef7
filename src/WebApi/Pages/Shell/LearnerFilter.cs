using CmeOrleans.WebApi.Accounts;
using CmeOrleans.WebApi.Accounts.Sessions;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Pages.Shell;

/// <summary>Lets learners pass, sends who is not signed in to sign in and come back, and who is bound to no learner to where it says how.</summary>
internal sealed class LearnerFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Caller.From(context.HttpContext.User) switch
        {
            null when AccountIdentity.Find(context.HttpContext.User) is not null => PageAnswer.GoTo(AccountAddresses.Welcome),
            null => PageAnswer.GoTo(SignInAddress.ReturningTo(context.HttpContext)),
            { Role: CallerRole.Learner } => await next(context),
            { } staff when context.HttpContext.Request.Path == AccountAddresses.Home && StaffAddresses.FindHomeOf(staff.Role) is { } home => PageAnswer.GoTo(home),
            _ => new ProblemAnswer(Problem.NotFound),
        };
}
