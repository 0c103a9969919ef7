using CmeOrleans.Grains.Interfaces.Certificates;
using CmeOrleans.Grains.Interfaces.Directory;
using CmeOrleans.WebApi.Problems;
using CmeOrleans.WebApi.Verifications;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CmeOrleans.WebApi.Pages.Public;

/// <summary>Pages for everybody: checking a certificate, and what a problem type means.</summary>
internal static class PublicPages
{
    public static void MapPublicPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        pages.MapGet("/problems/{slug}", ShowProblem);
        pages.MapGet("/verify", ShowVerifyStart);
        pages.MapGet("/verify/{code}", ShowVerificationAsync).RequireRateLimiting(RateLimitPolicies.Verification);
    }

    private static IResult ShowProblem(string slug, HttpContext context)
    {
        if (ProblemTypes.Find(slug) is not { } type)
        {
            return new ProblemAnswer(Problem.NotFound);
        }

        UsePagePolicy(context);
        return new RazorComponentResult<ProblemPage>(new Dictionary<string, object?>
        {
            [nameof(ProblemPage.Heading)] = type.Title,
            [nameof(ProblemPage.Explanation)] = type.Explanation,
            [nameof(ProblemPage.Address)] = type.Uri,
            [nameof(ProblemPage.Status)] = type.Status,
        });
    }

    private static IResult ShowVerifyStart(HttpContext context)
    {
        UsePagePolicy(context);
        var code = context.Request.Query["code"].ToString().Trim();
        return code.Length is > 0 and <= VerificationsEndpoints.CodeLengthMax
            ? TypedResults.LocalRedirect($"/verify/{Uri.EscapeDataString(code)}")
            : new RazorComponentResult<VerifyStartPage>();
    }

    private static async Task<IResult> ShowVerificationAsync(string code, HttpContext context, IGrainFactory grains)
    {
        var verification = code.Length <= VerificationsEndpoints.CodeLengthMax
            ? await grains.GetGrain<IVerificationGrain>(VerificationsEndpoints.GrainKey).VerifyAsync(code)
            : null;

        // The one page for everybody with a module of ours, which compares files and may send nothing.
        context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.SitePolicy;
        return new RazorComponentResult<VerifyPage>(new Dictionary<string, object?>
        {
            [nameof(VerifyPage.Verification)] = verification,
            [nameof(VerifyPage.CreditTypeName)] = verification is null ? "" : await NameOfAsync(grains, verification.CreditType),
        })
        {
            StatusCode = verification is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK,
        };
    }

    private static async Task<string> NameOfAsync(IGrainFactory grains, string creditType)
    {
        var types = await grains.GetGrain<IDirectoryGrain>(VerificationsEndpoints.GrainKey).ListCreditTypesAsync();
        return types.FirstOrDefault(type => type.Code == creditType)?.Name ?? creditType;
    }

    private static void UsePagePolicy(HttpContext context) => context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.PagePolicy;
}
