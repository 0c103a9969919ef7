using System.Globalization;
using System.Text;
using CmeOrleans.Silo.Codes;
using CmeOrleans.WebApi.Accounts;
using CmeOrleans.WebApi.Accounts.Sessions;
using CmeOrleans.WebApi.Pages.Forms;
using CmeOrleans.WebApi.Pages.Shell;
// The namespace of these pages has the same name.
using PersonAccount = CmeOrleans.WebApi.Accounts.Account;

namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>The authenticator app: a key for it, turning it on with a first code, turning it off with a code.</summary>
internal static class AuthenticatorPages
{
    public const string TurnOnPath = "/account/authenticator/on";
    public const string TurnOffPath = "/account/authenticator/off";

    private const string Issuer = "CmeOrleans";
    private const int KeyGroupLength = 4;
    private const string IsOnAlready = "The app is in use already. Open the page again.";
    private const string WrongCode = "The code is wrong, was used before or is too old. Wait for the next one.";

    public static void MapAuthenticator(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(AccountAddresses.Authenticator, Show);
        pages.MapPost(AccountAddresses.Authenticator, PrepareAsync);
        pages.MapPost(TurnOnPath, TurnOnAsync);
        pages.MapPost(TurnOffPath, TurnOffAsync);
    }

    private static IResult Show(HttpContext context, IQrCodes qrCodes) => Render(AccountIdentity.Of(context), qrCodes, FormErrors.None);

    private static async Task<IResult> PrepareAsync(HttpContext context, CodeSignIn codes)
    {
        var account = AccountIdentity.Of(context);
        await (account.Record.AuthenticatorKey is null && account.Record.PasswordHash is not null ? codes.PrepareAsync(account) : Task.FromResult(false));
        return PageAnswer.GoTo(AccountAddresses.Authenticator);
    }

    private static async Task<IResult> TurnOnAsync(HttpContext context, CodeSignIn codes, OwnerCheck check, IQrCodes qrCodes)
    {
        var account = AccountIdentity.Of(context);
        var findings = new FormFindings();
        findings.Require(!account.Record.IsTwoFactorOn, AccountFields.Code, IsOnAlready);
        if (await OwnerForm.TryAsync(context, check, account, findings) is not { } owner)
        {
            return Render(account, qrCodes, findings.Errors);
        }

        if (await codes.TurnOnAsync(owner, context.Request.Form.Text(AccountFields.Code)) is not { } recoveryCodes)
        {
            return Render(owner, qrCodes, FormErrors.Of([new(AccountFields.Code, WrongCode)]));
        }

        await AccountSession.BeginAsync(context, owner);
        return PageAnswer.Show<RecoveryCodesPage, RecoveryCodesModel>(new(recoveryCodes));
    }

    private static async Task<IResult> TurnOffAsync(HttpContext context, CodeSignIn codes, OwnerCheck check, IQrCodes qrCodes)
    {
        var account = AccountIdentity.Of(context);
        if (!account.Record.IsTwoFactorOn)
        {
            return PageAnswer.GoTo(AccountAddresses.Security);
        }

        var findings = new FormFindings();
        if (await OwnerForm.TryAsync(context, check, account, findings) is not { } owner)
        {
            return Render(account, qrCodes, findings.Errors);
        }

        // Refused only if the account changed at the same moment; the page then shows how it is.
        if (await codes.TurnOffAsync(owner))
        {
            await AccountSession.BeginAsync(context, owner);
        }

        return PageAnswer.GoTo(AccountAddresses.Security);
    }

    private static IResult Render(PersonAccount account, IQrCodes qrCodes, FormErrors errors)
    {
        var status = errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        if (account.Record is not { IsTwoFactorOn: false, AuthenticatorKey: { } key })
        {
            return PageAnswer.Show<AuthenticatorPage, AuthenticatorModel>(new(account.Record.IsTwoFactorOn, null, 0, "", errors), status);
        }

        var modules = qrCodes.Create(new(
            $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(account.DisplayName)}?secret={key}&issuer={Issuer}&digits={TimeCode.Digits}"));
        var shown = string.Join(' ', key.Chunk(KeyGroupLength).Select(group => new string(group)));
        return PageAnswer.Show<AuthenticatorPage, AuthenticatorModel>(new(IsOn: false, shown, modules.Count, PathOf(modules), errors), status);
    }

    // One rectangle for each run of dark modules in a row.
    private static string PathOf(IReadOnlyList<IReadOnlyList<bool>> modules)
    {
        var path = new StringBuilder();
        for (var y = 0; y < modules.Count; y++)
        {
            for (var x = 0; x < modules[y].Count; x++)
            {
                var start = x;
                while (x < modules[y].Count && modules[y][x])
                {
                    x++;
                }

                if (x > start)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
                }
            }
        }

        return path.ToString();
    }
}
