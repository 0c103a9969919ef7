using CmeOrleans.WebApi.Accounts;
using CmeOrleans.WebApi.Pages.Forms;
using CmeOrleans.WebApi.Pages.Shell;
// The namespace of these pages has the same name.
using PersonAccount = CmeOrleans.WebApi.Accounts.Account;

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
        await reset.FindGoodAsync(AccountAddresses.TokenOf(context.Request)) is { } account
            ? PageAnswer.Show<ResetPasswordPage, ResetPasswordModel>(new(MayHaveKeys(account), RevokesKeys: true, FormErrors.None))
            : ShowBadLink();

    private static async Task<IResult> ResetAsync(HttpContext context, PasswordReset reset, Registration registration)
    {
        var token = AccountAddresses.TokenOf(context.Request);
        var password = context.Request.Form[AccountFields.NewPassword].ToString();
        var revokesKeys = context.Request.Form.ContainsKey(AccountFields.RevokeKeys);
        var findings = new FormFindings();
        findings.Add(AccountFields.NewPassword, await registration.CheckPasswordAsync(password));
        if (findings.Any && await reset.FindGoodAsync(token) is { } account)
        {
            return PageAnswer.Show<ResetPasswordPage, ResetPasswordModel>(
                new(MayHaveKeys(account), revokesKeys, findings.Errors), StatusCodes.Status422UnprocessableEntity);
        }

        return !findings.Any && await reset.SetAsync(token, password, revokesKeys)
            ? PageAnswer.GoTo(AccountAddresses.SignIn)
            : ShowBadLink();
    }

    // Opening the link is enough and may happen twice: programs that read mail ahead of people open links too.
    private static async Task<IResult> ConfirmAsync(HttpContext context, PasswordReset reset) =>
        await reset.ConfirmEmailAsync(AccountAddresses.TokenOf(context.Request))
            ? PageAnswer.Show<NoticePage, NoticeModel>(new(
                "Address confirmed", "Mail to this address arrives. You can sign in now.", AccountAddresses.SignIn, "Sign in"))
            : ShowBadLink();

    // Only a learner's account has keys of its own.
    private static bool MayHaveKeys(PersonAccount account) => account.Record.LearnerId is not null;

    private static IResult ShowBadLink() => PageAnswer.Show<NoticePage, NoticeModel>(
        new(
            "This link does not work",
            "It was used before, is too old, or is not complete. Ask for another one.",
            AccountAddresses.ForgotPassword,
            "Send another link"),
        StatusCodes.Status422UnprocessableEntity);
}
