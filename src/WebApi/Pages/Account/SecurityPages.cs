using CmeOrleans.WebApi.Accounts;
using CmeOrleans.WebApi.Accounts.Sessions;
using CmeOrleans.WebApi.Pages.Forms;
using CmeOrleans.WebApi.Pages.Shell;
using Microsoft.AspNetCore.Identity;
// The namespace of these pages has the same name.
using PersonAccount = CmeOrleans.WebApi.Accounts.Account;

namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>What one signs in with: seeing it, changing the password, ending other sessions.</summary>
internal static class SecurityPages
{
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
            record.Email, record.IsEmailConfirmed, record.PasswordHash is not null, record.IsTwoFactorOn, record.RecoveryCodeHashes.Length, record.Passkeys.Length,
            MayHaveKeys: record.LearnerId is not null));
    }

    private static IResult ShowChange(HttpContext context) =>
        PageAnswer.Show<ChangePasswordPage, ChangePasswordModel>(new(AccountIdentity.Of(context).Record.IsTwoFactorOn, FormErrors.None));

    private static async Task<IResult> ChangeAsync(HttpContext context, UserManager<PersonAccount> users, Registration registration, OwnerCheck check)
    {
        var account = AccountIdentity.Of(context);
        var wanted = context.Request.Form[AccountFields.NewPassword].ToString();
        var findings = new FormFindings();
        findings.Add(AccountFields.NewPassword, await registration.CheckPasswordAsync(wanted));
        if (await OwnerForm.TryAsync(context, check, account, findings) is not { } owner)
        {
            return PageAnswer.Show<ChangePasswordPage, ChangePasswordModel>(
                new(account.Record.IsTwoFactorOn, findings.Errors), StatusCodes.Status422UnprocessableEntity);
        }

        // The account may have changed since it was read, by a reset even: then this session ends with the others.
        var result = await users.ChangePasswordAsync(owner, context.Request.Form[AccountFields.Password].ToString(), wanted);
        if (!result.Succeeded)
        {
            var errors = FormErrors.Of([new(AccountFields.NewPassword, "The account was changed at the same moment, and the password was not. Try again.")]);
            return PageAnswer.Show<ChangePasswordPage, ChangePasswordModel>(
                new(account.Record.IsTwoFactorOn, errors), StatusCodes.Status422UnprocessableEntity);
        }

        await AccountSession.BeginAsync(context, owner);
        return PageAnswer.GoTo(AccountAddresses.Security);
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
