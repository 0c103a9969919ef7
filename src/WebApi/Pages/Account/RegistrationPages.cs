using CmeOrleans.WebApi.Accounts;
using CmeOrleans.WebApi.Pages.Forms;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>Making an account.</summary>
internal static class RegistrationPages
{
    public static void MapRegistration(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(AccountAddresses.Register, Show);
        pages.MapPost(AccountAddresses.Register, RegisterAsync).RequireRateLimiting(RateLimitPolicies.SignIn);
        pages.MapGet(AccountAddresses.Registered, ShowRegistered);
    }

    private static IResult Show() => PageAnswer.Show<RegisterPage, RegisterModel>(new("", FormErrors.None));

    private static async Task<IResult> RegisterAsync(HttpContext context, Registration registration)
    {
        var email = context.Request.Form.Text(AccountFields.Email);
        var password = context.Request.Form[AccountFields.NewPassword].ToString();
        var findings = new FormFindings();
        findings.Require(Registration.IsEmail(email), AccountFields.Email, "Enter an e-mail address such as name@example.org.");
        findings.Add(AccountFields.NewPassword, await registration.CheckPasswordAsync(password));
        if (findings.Any)
        {
            return PageAnswer.Show<RegisterPage, RegisterModel>(new(email, findings.Errors), StatusCodes.Status422UnprocessableEntity);
        }

        await registration.RegisterAsync(email, password);
        return PageAnswer.GoTo(AccountAddresses.Registered);
    }

    // The same for a new address and for one that has an account: only its owner learns which, by mail.
    private static IResult ShowRegistered() => PageAnswer.Show<NoticePage, NoticeModel>(new(
        "Look into your mail",
        "A mail is on its way to the address that you gave. It says how to go on.",
        AccountAddresses.SignIn,
        "Sign in"));
}
