using System.Security.Cryptography;
using System.Text;
using CmeOrleans.WebApi.Accounts;
using CmeOrleans.WebApi.Accounts.Sessions;
using CmeOrleans.WebApi.Accounts.Sso;
using CmeOrleans.WebApi.Pages.Shell;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>Signing in at an institution: the way there and the way back.</summary>
internal static class SsoPages
{
    public const string CallbackPath = "/sign-in/sso/callback";

    private const string BeginPath = "/sign-in/sso/at/{institutionId}";
    private const int CodeLengthMax = 4_000;

    public static void MapSso(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(BeginPath, BeginAsync);
        pages.MapGet(CallbackPath, FinishAsync);
    }

    /// <summary>Where a sign-in at an institution begins.</summary>
    public static string AddressOf(string institutionId) => $"/sign-in/sso/at/{institutionId}";

    private static async Task<IResult> BeginAsync(
        string institutionId, HttpContext context, SsoProviders providers, SsoCookie cookie, AccountLinks links)
    {
        if (providers.Find(institutionId) is not { } provider)
        {
            return new ProblemAnswer(Problem.NotFound);
        }

        var (flow, address) = await provider.BeginAsync(
            links.Of(CallbackPath), AccountAddresses.ReturnOf(context.Request), context.RequestAborted);
        cookie.Set(context, flow);
        return PageAnswer.GoTo(address);
    }

    private static async Task<IResult> FinishAsync(
        HttpContext context, SsoProviders providers, SsoCookie cookie, SsoAccounts accounts, AccountLinks links)
    {
        var query = context.Request.Query;
        if (cookie.Take(context) is not { } flow
            || query["state"] is not [{ } state] || !AreEqual(state, flow.State)
            || query["code"] is not [{ Length: > 0 and <= CodeLengthMax } code]
            || providers.Find(flow.InstitutionId) is not { } provider)
        {
            return ShowRefused();
        }

        var issuer = query["iss"] is [{ } named] ? named : null;
        if (await provider.FinishAsync(flow, code, issuer, links.Of(CallbackPath), context.RequestAborted) is not { } person)
        {
            return ShowRefused();
        }

        await AccountSession.BeginAsync(context, await accounts.FindOrCreateAsync(person));
        return PageAnswer.GoTo(InvitationCookie.Read(context.Request) is null ? flow.ReturnTo : AccountAddresses.Invitation);
    }

    private static IResult ShowRefused() => PageAnswer.Show<NoticePage, NoticeModel>(
        new(
            "Signing in did not work",
            "Your institution did not confirm who you are, or it took too long. Try again.",
            AccountAddresses.SignIn,
            "Back to signing in"),
        StatusCodes.Status422UnprocessableEntity);

    private static bool AreEqual(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}
