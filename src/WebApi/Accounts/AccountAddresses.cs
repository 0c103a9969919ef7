using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Accounts;

/// <summary>Where the pages of accounts are.</summary>
internal static class AccountAddresses
{
    public const string SignIn = SignInAddress.Path;
    public const string SecondStep = "/sign-in/code";
    public const string KeySignIn = "/sign-in/key";
    public const string SignOut = "/sign-out";
    public const string Register = "/register";
    public const string Registered = "/register/sent";

    public const string ConfirmEmail = "/confirm-email";
    public const string ForgotPassword = "/forgot-password";
    public const string ForgotPasswordSent = "/forgot-password/sent";
    public const string ResetPassword = "/reset-password";
    public const string Invitation = "/invitation";
    public const string Security = "/account";
    public const string ChangePassword = "/account/password";
    public const string Authenticator = "/account/authenticator";
    public const string Passkeys = "/account/passkeys";
    public const string PasskeySignIn = "/sign-in/passkey";
    public const string Keys = "/profile/keys";
    public const string EndSessions = "/account/sessions/end";

    /// <summary>The parameter with the token of a link.</summary>
    public const string TokenParameter = "token";

    /// <summary>For who is signed in and bound to no learner.</summary>
    public const string Welcome = "/welcome";

    /// <summary>Where a session begins when nothing else was asked for.</summary>
    public const string Home = "/";

    private const int LengthMax = 2_000;

    /// <summary>Where to go after signing in: what was asked for if it is an address of ours, lest a link leads people elsewhere.</summary>
    public static string ReturnOf(HttpRequest request) =>
        request.Query[SignInAddress.ReturnParameter] is [{ } asked] && IsLocal(asked) ? asked : Home;

    /// <summary>An address to sign in at that leads on to where this request asks to go.</summary>
    public static string GoingOn(string address, HttpRequest request) =>
        ReturnOf(request) is var asked && asked == Home ? address : $"{address}?{SignInAddress.ReturnParameter}={Uri.EscapeDataString(asked)}";

    /// <summary>The token of a link; empty if there is none or more than one.</summary>
    public static string TokenOf(HttpRequest request) => request.Query[TokenParameter] is [{ } token] ? token : "";

    private static bool IsLocal(string address) =>
        address is ['/', ..] and { Length: <= LengthMax }
        && (address.Length == 1 || address[1] is not ('/' or '\\'))
        && !address.Any(char.IsControl);
}
