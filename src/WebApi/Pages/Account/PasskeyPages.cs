using CmeOrleans.Grains.Interfaces.Accounts;
using CmeOrleans.WebApi.Accounts;
using CmeOrleans.WebApi.Accounts.Passkeys;
using CmeOrleans.WebApi.Accounts.Sessions;
using CmeOrleans.WebApi.Pages.Forms;
using CmeOrleans.WebApi.Pages.Shell;
using CmeOrleans.WebApi.Problems;
// The namespace of these pages has the same name.
using PersonAccount = CmeOrleans.WebApi.Accounts.Account;

namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>Passkeys: made, named and removed by their owner, and shown to sign in. Our module asks the device; without it nothing of this is seen.</summary>
internal static class PasskeyPages
{
    public const string NameField = "name";
    public const string CredentialField = "credential";

    public const string RefusalId = "institution";
    public const string Refusal = "You sign in at your institution, with whatever it asks of you. A passkey would go past that, so your account can have none.";

    private const string NotMade = "The passkey was not made: your device gave no answer, or one that does not fit. Try again.";

    public static void MapPasskeySignIn(this IEndpointRouteBuilder pages) =>
        pages.MapPost(AccountAddresses.PasskeySignIn, SignInAsync).RequireRateLimiting(RateLimitPolicies.SignIn);

    public static void MapPasskeys(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(AccountAddresses.Passkeys, ShowAsync);
        pages.MapPost(AccountAddresses.Passkeys, AddAsync);
        pages.MapPost($"{AccountAddresses.Passkeys}/{{passkeyId}}/name", RenameAsync);
        pages.MapGet($"{AccountAddresses.Passkeys}/{{passkeyId}}/remove", AskToRemove);
        pages.MapPost($"{AccountAddresses.Passkeys}/{{passkeyId}}/remove", RemoveAsync);
    }

    public static string RenamingOf(string passkeyId) => $"{AccountAddresses.Passkeys}/{passkeyId}/name";

    public static string RemovalOf(string passkeyId) => $"{AccountAddresses.Passkeys}/{passkeyId}/remove";

    private static async Task<IResult> ShowAsync(HttpContext context, PasskeySignIn passkeys) =>
        await RenderAsync(context, passkeys, "", FormErrors.None);

    private static async Task<IResult> AddAsync(HttpContext context, PasskeySignIn passkeys, OwnerCheck check, AccountMail mail)
    {
        var account = AccountIdentity.Of(context);
        if (!HasPassword(account))
        {
            return await RenderAsync(context, passkeys, "", FormErrors.Of([new(RefusalId, Refusal)]));
        }

        var name = context.Request.Form.Text(NameField);
        var findings = new FormFindings();
        findings.Require(IsName(name), NameField, $"Name the passkey, in at most {PasskeySignIn.NameLengthMax} characters.");
        if (await OwnerForm.TryAsync(context, check, account, findings) is not { } owner)
        {
            return await RenderAsync(context, passkeys, name, findings.Errors);
        }

        if (!await passkeys.AddAsync(context, owner, context.Request.Form[CredentialField].ToString(), name))
        {
            return await RenderAsync(context, passkeys, name, FormErrors.Of([new(NameField, NotMade)]));
        }

        await mail.SendPasskeyMadeAsync(owner, name);
        await AccountSession.BeginAsync(context, owner);
        return PageAnswer.GoTo(AccountAddresses.Passkeys);
    }

    private static async Task<IResult> RenameAsync(string passkeyId, HttpContext context, PasskeySignIn passkeys)
    {
        var account = AccountIdentity.Of(context);
        if (Find(account, passkeyId) is not { } passkey)
        {
            return new ProblemAnswer(Problem.NotFound);
        }

        var name = context.Request.Form.Text(NameField);
        if (!IsName(name))
        {
            return await RenderAsync(context, passkeys, "", FormErrors.Of([new($"n-{passkeyId}", $"Name the passkey, in at most {PasskeySignIn.NameLengthMax} characters.")]));
        }

        // Refused only if the account changed at the same moment; the page then shows how it is.
        await passkeys.RenameAsync(account, passkey, name);
        return PageAnswer.GoTo(AccountAddresses.Passkeys);
    }

    private static IResult AskToRemove(string passkeyId, HttpContext context)
    {
        var account = AccountIdentity.Of(context);
        return Find(account, passkeyId) is { } passkey ? ShowRemoval(account, passkey, FormErrors.None) : new ProblemAnswer(Problem.NotFound);
    }

    private static async Task<IResult> RemoveAsync(string passkeyId, HttpContext context, PasskeySignIn passkeys, OwnerCheck check, AccountMail mail)
    {
        var account = AccountIdentity.Of(context);
        if (Find(account, passkeyId) is not { } passkey)
        {
            return new ProblemAnswer(Problem.NotFound);
        }

        var findings = new FormFindings();
        var owner = HasPassword(account) ? await OwnerForm.TryAsync(context, check, account, findings) : account;
        if (owner is null)
        {
            return ShowRemoval(account, passkey, findings.Errors);
        }

        // Refused only if the account changed at the same moment; the page then shows how it is.
        if (await passkeys.RemoveAsync(owner, passkey))
        {
            await mail.SendPasskeyRemovedAsync(owner, passkey.Name);
            await AccountSession.BeginAsync(context, owner);
        }

        return PageAnswer.GoTo(AccountAddresses.Passkeys);
    }

    private static async Task<IResult> SignInAsync(HttpContext context, PasskeySignIn passkeys)
    {
        if (await passkeys.TryAsync(context, context.Request.Form[CredentialField].ToString()) is not { } account)
        {
            return PageAnswer.Show<NoticePage, NoticeModel>(
                new(
                    "The passkey does not sign you in",
                    "It was removed here, or it took too long. Try again, or sign in with your password.",
                    AccountAddresses.SignIn,
                    "Back to signing in"),
                StatusCodes.Status422UnprocessableEntity);
        }

        await AccountSession.BeginAsync(context, account);
        return PageAnswer.GoTo(InvitationCookie.NextOf(context));
    }

    private static async Task<IResult> RenderAsync(HttpContext context, PasskeySignIn passkeys, string name, FormErrors errors)
    {
        var account = AccountIdentity.Of(context);
        var mayMake = HasPassword(account);
        var options = mayMake && account.Record.Passkeys.Length < PasskeySignIn.PasskeysMax ? await passkeys.AskForNewAsync(context, account) : null;
        return PageAnswer.Show<PasskeysPage, PasskeysModel>(
            new(account.Record.Passkeys, options, mayMake, account.Record.IsTwoFactorOn, name, errors), errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static IResult ShowRemoval(PersonAccount account, AccountPasskey passkey, FormErrors errors) => PageAnswer.Show<RemovePasskeyPage, RemovePasskeyModel>(
        new(passkey, HasPassword(account), account.Record.IsTwoFactorOn, errors), errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    // Who signs in at an institution has none to be asked for; passkeys of such an account let nobody in.
    private static bool HasPassword(PersonAccount account) => account.Record.PasswordHash is not null;

    private static AccountPasskey? Find(PersonAccount account, string passkeyId) =>
        account.Record.Passkeys.FirstOrDefault(passkey => PasskeysModel.IdOf(passkey) == passkeyId);

    private static bool IsName(string name) => name.Length is > 0 and <= PasskeySignIn.NameLengthMax && !name.Any(char.IsControl);
}
