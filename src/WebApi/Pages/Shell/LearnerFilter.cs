using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Pages.Shell;

/// <summary>Lets learners pass, and sends who is not signed in to sign in and come back.</summary>
internal sealed class LearnerFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Caller.From(context.HttpContext.User) switch
        {
            null => PageAnswer.GoTo(SignInAddress.ReturningTo(context.HttpContext.Request)),
            { Role: CallerRole.Learner } => await next(context),
            _ => new ProblemAnswer(Problem.NotFound),
        };
}
