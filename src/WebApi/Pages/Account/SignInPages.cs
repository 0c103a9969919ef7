using CmeOrleans.WebApi.Accounts;
using CmeOrleans.WebApi.Accounts.Passkeys;
using CmeOrleans.WebApi.Accounts.Sessions;
using CmeOrleans.WebApi.Accounts.Sso;
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
        pages.MapGet(AccountAddresses.SignIn, ShowAsync);
        pages.MapPost(AccountAddresses.SignIn, SignInAsync).RequireRateLimiting(RateLimitPolicies.SignIn);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, SsoProviders sso, PasskeySignIn passkeys) =>
        await RenderAsync(context, passkeys, "", sso, FormErrors.None);

    private static async Task<IResult> SignInAsync(HttpContext context, PasswordSignIn signIn, PasskeySignIn passkeys, Registration registration, SsoProviders sso)
    {
        var email = context.Request.Form.Text(AccountFields.Email);
        var password = context.Request.Form[AccountFields.Password].ToString();
        var findings = new FormFindings();
        findings.Require(email.Length is > 0 and <= Registration.EmailLengthMax, AccountFields.Email, "Enter your e-mail address.");
        findings.Require(password.Length is > 0 and <= Registration.PasswordLengthMax, AccountFields.Password, "Enter your password.");
        if (findings.Any)
        {
            return await RenderAsync(context, passkeys, email, sso, findings.Errors);
        }

        var (outcome, account) = await signIn.TryAsync(email, password);
        if (outcome is SignInOutcome.SignedIn)
        {
            await AccountSession.BeginAsync(context, account!);
            return PageAnswer.GoTo(InvitationCookie.NextOf(context));
        }

        if (outcome is SignInOutcome.NeedsCode)
        {
            await AccountSession.BeginSecondStepAsync(context, account!);
            return PageAnswer.GoTo(AccountAddresses.SecondStep + context.Request.QueryString.ToUriComponent());
        }

        if (outcome is SignInOutcome.NeedsConfirmation)
        {
            // Whoever knows the password may know that there is an account.
            await registration.SendConfirmationAsync(account!);
            return PageAnswer.GoTo(AccountAddresses.Registered);
        }

        findings.Require(false, AccountFields.Email, Refused);
        return await RenderAsync(context, passkeys, email, sso, findings.Errors);
    }

    private static async Task<IResult> RenderAsync(HttpContext context, PasskeySignIn passkeys, string email, SsoProviders sso, FormErrors errors)
    {
        var institutions = sso.Offers.Select(offer => (AccountAddresses.GoingOn(SsoPages.AddressOf(offer.InstitutionId), context.Request), offer.Name));
        return PageAnswer.Show<SignInPage, SignInModel>(
            new(
                email,
                [.. institutions],
                await passkeys.AskAsync(context),
                AccountAddresses.GoingOn(AccountAddresses.KeySignIn, context.Request),
                context.Request.Query.ContainsKey(SignInAddress.EndedParameter),
                errors),
            errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
