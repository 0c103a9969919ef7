using CmeOrleans.WebApi.Accounts;
using CmeOrleans.WebApi.Accounts.Sessions;
using CmeOrleans.WebApi.Pages.Forms;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>Signing in with address and password.</summary>
internal static class SignInPages
{
    private const string Refused =
        "The e-mail address or the password is wrong, or sign-in is paused after too many attempts. Try again, set a new password, or wait 15 minutes.";

    public static void MapSignIn(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(AccountAddresses.SignIn, Show);
        pages.MapPost(AccountAddresses.SignIn, SignInAsync);
    }

    private static IResult Show() => PageAnswer.Show<SignInPage, SignInModel>(new("", FormErrors.None));

    private static async Task<IResult> SignInAsync(HttpContext context, PasswordSignIn signIn)
    {
        var email = context.Request.Form.Text(AccountFields.Email);
        var password = context.Request.Form[AccountFields.Password].ToString();
        var findings = new FormFindings();
        findings.Require(email.Length is > 0 and <= Registration.EmailLengthMax, AccountFields.Email, "Enter your e-mail address.");
        findings.Require(password.Length is > 0 and <= Registration.PasswordLengthMax, AccountFields.Password, "Enter your password.");
        if (findings.Any)
        {
            return ShowAgain(email, findings);
        }

        var (outcome, account) = await signIn.TryAsync(email, password);
        if (outcome is SignInOutcome.SignedIn)
        {
            await AccountSession.BeginAsync(context, account!);
            return PageAnswer.GoTo(AccountAddresses.ReturnOf(context.Request));
        }

        findings.Require(false, AccountFields.Email, Refused);
        return ShowAgain(email, findings);
    }

    private static IResult ShowAgain(string email, FormFindings findings) =>
        PageAnswer.Show<SignInPage, SignInModel>(new(email, findings.Errors), StatusCodes.Status422UnprocessableEntity);
}
