using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Accounts;

/// <summary>Where the pages of accounts are.</summary>
internal static class AccountAddresses
{
    public const string SignIn = SignInAddress.Path;
    public const string SecondStep = "/sign-in/code";
    public const string SignOut = "/sign-out";
    public const string Register = "/register";
    public const string Registered = "/register/sent";

    /// <summary>For who is signed in and bound to no learner.</summary>
    public const string Welcome = "/welcome";

    /// <summary>Where a session begins when nothing else was asked for.</summary>
    public const string Home = "/";

    private const int LengthMax = 2_000;

    /// <summary>Where to go after signing in: what was asked for if it is an address of ours, lest a link leads people elsewhere.</summary>
    public static string ReturnOf(HttpRequest request) =>
        request.Query[SignInAddress.ReturnParameter] is [{ } asked] && IsLocal(asked) ? asked : Home;

    private static bool IsLocal(string address) =>
        address is ['/', ..] and { Length: <= LengthMax }
        && (address.Length == 1 || address[1] is not ('/' or '\\'))
        && !address.Any(char.IsControl);
}
