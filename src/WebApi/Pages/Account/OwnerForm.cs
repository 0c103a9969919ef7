using CmeOrleans.WebApi.Accounts;
using CmeOrleans.WebApi.Pages.Forms;
// The namespace of these pages has the same name.
using PersonAccount = CmeOrleans.WebApi.Accounts.Account;

namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>Reads the fields with which the owner of an account shows to be at the session.</summary>
internal static class OwnerForm
{
    private const string WrongPassword = "The password is wrong, or sign-in is paused after too many attempts.";
    private const string WrongSecrets = "The password or the code is wrong, the code was used before, or sign-in is paused after too many attempts.";

    /// <summary>The account as it is now if its owner filled the form in; else adds to the findings what to say.</summary>
    public static async Task<PersonAccount?> TryAsync(HttpContext context, OwnerCheck check, PersonAccount account, FormFindings findings)
    {
        var password = context.Request.Form[AccountFields.Password].ToString();
        var code = context.Request.Form.Text(AccountFields.Code);
        findings.Require(password.Length is > 0 and <= Registration.PasswordLengthMax, AccountFields.Password, "Enter your password.");
        findings.Require(code.Length > 0 || !account.Record.IsTwoFactorOn, AccountFields.Code, "Enter a code of your authenticator app.");
        if (findings.Any)
        {
            return null;
        }

        var owner = await check.TryAsync(account.Id, password, code);
        findings.Require(owner is not null, AccountFields.Password, account.Record.IsTwoFactorOn ? WrongSecrets : WrongPassword);
        return owner;
    }
}
