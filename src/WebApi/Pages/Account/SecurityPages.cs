using CmeOrleans.Grains.Interfaces.Accounts;
using CmeOrleans.WebApi.Accounts;
using CmeOrleans.WebApi.Accounts.Sessions;
using CmeOrleans.WebApi.Pages.Shell;
using Microsoft.AspNetCore.Identity;
// The namespace of these pages has the same name.
using PersonAccount = CmeOrleans.WebApi.Accounts.Account;

namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>What one signs in with: seeing it, changing the password, ending other sessions.</summary>
internal static class SecurityPages
{
    private const string WrongPassword = "The current password is wrong, or sign-in is paused after too many attempts.";

    public static void MapSecurity(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(AccountAddresses.Security, Show);
        pages.MapGet(AccountAddresses.ChangePassword, ShowChange);
        pages.MapPost(AccountAddresses.ChangePassword, ChangeAsync);
        pages.MapPost(AccountAddresses.EndSessions, EndSessionsAsync);
    }

    private static IResult Show(HttpContext context)
    {
        var record = AccountIdentity.Of(context).Record;
        return PageAnswer.Show<SecurityPage, SecurityModel>(new(
            record.Email, record.IsEmailConfirmed, record.PasswordHash is not null, record.IsTwoFactorOn, record.RecoveryCodeHashes.Length, record.Passkeys.Length));
    }

    private static IResult ShowChange() => PageAnswer.Show<ChangePasswordPage, SecretsModel>(SecretsModel.Empty);

    private static async Task<IResult> ChangeAsync(HttpContext context, UserManager<PersonAccount> users, Registration registration, IGrainFactory grains)
    {
        var account = AccountIdentity.Of(context);
        var current = context.Request.Form[AccountFields.Password].ToString();
        var wanted = context.Request.Form[AccountFields.NewPassword].ToString();
        var findings = new FormFindings();
        findings.Add(AccountFields.NewPassword, await registration.CheckPasswordAsync(wanted));
        if (!findings.Any)
        {
            findings.Require(await TryChangeAsync(users, grains, account.Id, current, wanted), AccountFields.Password, WrongPassword);
        }

        if (findings.Any)
        {
            return PageAnswer.Show<ChangePasswordPage, SecretsModel>(new(findings.Errors), StatusCodes.Status422UnprocessableEntity);
        }

        return await GoOnAsync(context, users, account.Id);
    }

    private static async Task<bool> TryChangeAsync(
        UserManager<PersonAccount> users, IGrainFactory grains, string accountId, string current, string wanted)
    {
        // Whoever sits down at an open session must not be able to try out passwords either.
        var attempts = grains.GetGrain<IAccountGrain>(accountId);
        if (!(await attempts.BeginAttemptAsync()).IsAllowed
            || await users.FindByIdAsync(accountId) is not { } account
            || !(await users.ChangePasswordAsync(account, current, wanted)).Succeeded)
        {
            return false;
        }

        await attempts.ClearAttemptsAsync();
        return true;
    }

    private static async Task<IResult> EndSessionsAsync(HttpContext context, UserManager<PersonAccount> users)
    {
        var account = AccountIdentity.Of(context);
        var result = await users.UpdateSecurityStampAsync(account);
        return result.Succeeded ? await GoOnAsync(context, users, account.Id) : PageAnswer.GoTo(AccountAddresses.Security);
    }

    // This session goes on under the new stamp.
    private static async Task<IResult> GoOnAsync(HttpContext context, UserManager<PersonAccount> users, string accountId)
    {
        if (await users.FindByIdAsync(accountId) is { } account)
        {
            await AccountSession.BeginAsync(context, account);
        }

        return PageAnswer.GoTo(AccountAddresses.Security);
    }
}
