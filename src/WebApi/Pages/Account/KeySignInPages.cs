using CmeOrleans.WebApi.Accounts;
using CmeOrleans.WebApi.Accounts.Sessions;
using CmeOrleans.WebApi.Audit;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Pages.Forms;
using CmeOrleans.WebApi.Pages.Shell;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>Signing in with the API key of a provider or an operator: the pages may then do what the key may.</summary>
internal static class KeySignInPages
{
    public const string KeyField = "api-key";

    /// <summary>More than a key has; the configured first key may be of any form.</summary>
    public const int KeyLengthMax = 500;

    private const int SlowedRetryAfterSeconds = 1;

    public static void MapKeySignIn(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(AccountAddresses.KeySignIn, (HttpContext context) => Show(context, FormErrors.None, StatusCodes.Status200OK));
        pages.MapPost(AccountAddresses.KeySignIn, SignInAsync).RequireRateLimiting(RateLimitPolicies.SignIn);
    }

    private static async Task<IResult> SignInAsync(
        HttpContext context, ApiKeyDirectory keys, FailedGuesses guesses, FailedSignIns failures, AuditTrail trail, TimeProvider time)
    {
        var key = context.Request.Form.Text(KeyField);
        if (key.Length is 0 or > KeyLengthMax)
        {
            return ShowAgain(context, "Enter the key.");
        }

        if (await keys.FindAsync(key) is not { } principal)
        {
            if (guesses.IsTooMany(context.Connection.RemoteIpAddress, key))
            {
                return new ProblemAnswer(new(ProblemTypes.RateLimited, ProblemTypes.RateLimited.Explanation) { RetryAfterSeconds = SlowedRetryAfterSeconds });
            }

            if (failures.IsWorthRecording(context.Connection.RemoteIpAddress, key))
            {
                await trail.RecordUnprovenSignInAsync(ApiKeyText.TryParse(key, out var keyId, out _) ? keyId : null);
            }

            return ShowAgain(context, "This key is not valid. It may have been revoked, or not been copied whole.");
        }

        if (Caller.From(principal) is not { } caller || StaffAddresses.FindHomeOf(caller.Role) is not { } home)
        {
            if (failures.IsWorthRecording(context.Connection.RemoteIpAddress, key))
            {
                await trail.RecordRefusedSignInAsync(Caller.From(principal)?.KeyId);
            }

            return ShowAgain(context, "This key is for programs. Only keys of providers and operators can sign in here.");
        }

        await trail.RecordSignInAsync(caller);
        await StaffSession.BeginAsync(context, keys.MarkOf(caller), time.GetUtcNow());
        return PageAnswer.GoTo(AccountAddresses.ReturnOf(context.Request) is var asked && asked != AccountAddresses.Home ? asked : home);
    }

    private static IResult ShowAgain(HttpContext context, string message) =>
        Show(context, FormErrors.Of([new(KeyField, message)]), StatusCodes.Status422UnprocessableEntity);

    private static IResult Show(HttpContext context, FormErrors errors, int status) =>
        PageAnswer.Show<KeySignInPage, KeySignInModel>(new(AccountAddresses.GoingOn(AccountAddresses.SignIn, context.Request), errors), status);
}
