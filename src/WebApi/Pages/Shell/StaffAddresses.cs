using CmeOrleans.WebApi.Auth;

namespace CmeOrleans.WebApi.Pages.Shell;

/// <summary>Where the pages of providers and operators are.</summary>
internal static class StaffAddresses
{
    public const string Courses = "/courses";
    public const string NewCourse = "/new-course";

    /// <summary>The record of the provider who looks.</summary>
    public const string Provider = "/provider";

    public const string Operations = "/operations";
    public const string TrialBalance = "/operations/trial-balance";
    public const string Keys = "/operations/keys";
    public const string Audit = "/operations/audit";

    public static string OfRevocation(string keyId) => $"{Keys}/{Uri.EscapeDataString(keyId)}/revoke";

    public static string OfProvider(string providerId) => $"/providers/{Uri.EscapeDataString(providerId)}";

    /// <summary>Where a session of this role begins; none for roles that have no pages of this kind.</summary>
    public static string? FindHomeOf(CallerRole role) => role switch
    {
        CallerRole.Operator => Operations,
        CallerRole.Provider => Courses,
        _ => null,
    };
}
