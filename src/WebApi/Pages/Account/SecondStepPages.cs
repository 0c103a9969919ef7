using CmeOrleans.WebApi.Accounts;
using CmeOrleans.WebApi.Accounts.Sessions;
using CmeOrleans.WebApi.Pages.Forms;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>The code after the password.</summary>
internal static class SecondStepPages
{
    private const string Refused = "The code is wrong, was used before or is too old, or sign-in is paused after too many attempts. Wait for the next code.";

    public static void MapSecondStep(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(AccountAddresses.SecondStep, (Func<HttpContext, Task<IResult>>)ShowAsync);
        pages.MapPost(AccountAddresses.SecondStep, CheckAsync).RequireRateLimiting(RateLimitPolicies.SignIn);
    }

    private static async Task<IResult> ShowAsync(HttpContext context) =>
        await AccountSession.FindSecondStepAsync(context) is null
            ? PageAnswer.GoTo(AccountAddresses.SignIn)
            : PageAnswer.Show<SecondStepPage, SecretsModel>(SecretsModel.Empty);

    private static async Task<IResult> CheckAsync(HttpContext context, CodeSignIn codes)
    {
        if (await AccountSession.FindSecondStepAsync(context) is not { } account)
        {
            return PageAnswer.GoTo(AccountAddresses.SignIn);
        }

        if (!await codes.TryAsync(account, context.Request.Form.Text(AccountFields.Code)))
        {
            var errors = FormErrors.Of([new(AccountFields.Code, Refused)]);
            return PageAnswer.Show<SecondStepPage, SecretsModel>(new(errors), StatusCodes.Status422UnprocessableEntity);
        }

        await AccountSession.EndSecondStepAsync(context);
        await AccountSession.BeginAsync(context, account);
        return PageAnswer.GoTo(InvitationCookie.NextOf(context));
    }
}
