using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Audit;

/// <summary>Records the act of an operation of the API before its answer is sent. A request that cannot be understood is no act.</summary>
/// <param name="act">One of <see cref="AuditActs"/>.</param>
/// <param name="exceptOwn">Whether it is nobody's business what learners do to what is their own.</param>
/// <param name="targetNames">Names of the ids in the address that say on what.</param>
internal sealed class AuditFilter(string act, bool exceptOwn, string[] targetNames) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var answer = await next(context);
        if (!exceptOwn || Caller.Of(http).Role is not CallerRole.Learner)
        {
            var target = string.Join('/', targetNames.Select(name => http.Request.RouteValues[name]));
            await http.RequestServices.GetRequiredService<AuditTrail>().RecordAsync(http, act, target, ResultOf(http, answer));
        }

        return answer;
    }

    private static string ResultOf(HttpContext context, object? answer)
    {
        while (answer is INestedHttpResult { Result: var inner })
        {
            answer = inner;
        }

        return answer is ProblemAnswer refused ? refused.Problem.Type.Slug : AuditTrail.ResultOf(context);
    }
}

/// <summary>How operations say that they are recorded.</summary>
internal static class AuditFilterExtensions
{
    /// <summary>Each act of the operation is in the audit trail before it is answered.</summary>
    public static RouteHandlerBuilder Audited(this RouteHandlerBuilder endpoint, string act, params string[] targetNames) =>
        endpoint.AddEndpointFilter(new AuditFilter(act, exceptOwn: false, targetNames));

    /// <summary>Likewise, except for what a learner does to what is the learner's own.</summary>
    public static RouteHandlerBuilder AuditedUnlessOwn(this RouteHandlerBuilder endpoint, string act, params string[] targetNames) =>
        endpoint.AddEndpointFilter(new AuditFilter(act, exceptOwn: true, targetNames));
}
