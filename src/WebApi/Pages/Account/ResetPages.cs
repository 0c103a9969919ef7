using CmeOrleans.WebApi.Accounts;
using CmeOrleans.WebApi.Pages.Forms;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>Pages behind links in mails: a new password, and the confirmation of an address.</summary>
internal static class ResetPages
{
    public static void MapReset(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(AccountAddresses.ForgotPassword, ShowForgot);
        pages.MapPost(AccountAddresses.ForgotPassword, AskAsync).RequireRateLimiting(RateLimitPolicies.SignIn);
        pages.MapGet(AccountAddresses.ForgotPasswordSent, ShowSent);
        pages.MapGet(AccountAddresses.ResetPassword, ShowResetAsync);
        pages.MapPost(AccountAddresses.ResetPassword, ResetAsync).RequireRateLimiting(RateLimitPolicies.SignIn);
        pages.MapGet(AccountAddresses.ConfirmEmail, ConfirmAsync);
    }

    private static IResult ShowForgot() => PageAnswer.Show<ForgotPasswordPage, EmailModel>(new("", FormErrors.None));

    private static async Task<IResult> AskAsync(HttpContext context, PasswordReset reset)
    {
        var email = context.Request.Form.Text(AccountFields.Email);
        if (!Registration.IsEmail(email))
        {
            var errors = FormErrors.Of([new(AccountFields.Email, "Enter an e-mail address such as name@example.org.")]);
            return PageAnswer.Show<ForgotPasswordPage, EmailModel>(new(email, errors), StatusCodes.Status422UnprocessableEntity);
        }

        await reset.AskAsync(email);
        return PageAnswer.GoTo(AccountAddresses.ForgotPasswordSent);
    }

    private static IResult ShowSent() => PageAnswer.Show<NoticePage, NoticeModel>(new(
        "Look into your mail",
        "If the address has an account, a link to set a new password is on its way. It works once, within an hour.",
        AccountAddresses.SignIn,
        "Sign in"));

    private static async Task<IResult> ShowResetAsync(HttpContext context, PasswordReset reset) =>
        await reset.IsGoodAsync(AccountAddresses.TokenOf(context.Request))
            ? PageAnswer.Show<ResetPasswordPage, SecretsModel>(SecretsModel.Empty)
            : ShowBadLink();

    private static async Task<IResult> ResetAsync(HttpContext context, PasswordReset reset, Registration registration)
    {
        var password = context.Request.Form[AccountFields.NewPassword].ToString();
        var findings = new FormFindings();
        findings.Add(AccountFields.NewPassword, await registration.CheckPasswordAsync(password));
        if (findings.Any)
        {
            return PageAnswer.Show<ResetPasswordPage, SecretsModel>(new(findings.Errors), StatusCodes.Status422UnprocessableEntity);
        }

        return await reset.SetAsync(AccountAddresses.TokenOf(context.Request), password)
            ? PageAnswer.GoTo(AccountAddresses.SignIn)
            : ShowBadLink();
    }

    // Opening the link is enough and may happen twice: programs that read mail ahead of people open links too.
    private static async Task<IResult> ConfirmAsync(HttpContext context, PasswordReset reset) =>
        await reset.ConfirmEmailAsync(AccountAddresses.TokenOf(context.Request))
            ? PageAnswer.Show<NoticePage, NoticeModel>(new(
                "Address confirmed", "Mail to this address arrives. You can sign in now.", AccountAddresses.SignIn, "Sign in"))
            : ShowBadLink();

    private static IResult ShowBadLink() => PageAnswer.Show<NoticePage, NoticeModel>(
        new(
            "This link does not work",
            "It was used before, is too old, or is not complete. Ask for another one.",
            AccountAddresses.ForgotPassword,
            "Send another link"),
        StatusCodes.Status422UnprocessableEntity);
}
