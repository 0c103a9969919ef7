using CmeOrleans.WebApi.Auth;

namespace CmeOrleans.WebApi.Pages.Shell;

/// <summary>Where the pages of providers and operators are.</summary>
internal static class StaffAddresses
{
    public const string Courses = "/courses";

    /// <summary>The query parameter of the list of courses with the provider whose alone are shown.</summary>
    public const string ProviderParameter = "provider";

    public const string NewCourse = "/new-course";

    /// <summary>The record of the provider who looks.</summary>
    public const string Provider = "/provider";

    /// <summary>All providers, for operators.</summary>
    public const string Providers = "/providers";

    public const string Operations = "/operations";
    public const string TrialBalance = "/operations/trial-balance";
    public const string Keys = "/operations/keys";
    public const string Audit = "/operations/audit";

    public static string OfRevocation(string keyId) => $"{Keys}/{Uri.EscapeDataString(keyId)}/revoke";

    public static string OfProvider(string providerId) => $"{Providers}/{Uri.EscapeDataString(providerId)}";

    /// <summary>The courses of one provider, for operators, whose list has those of all.</summary>
    public static string CoursesOf(string providerId) => $"{Courses}?{ProviderParameter}={Uri.EscapeDataString(providerId)}";

    /// <summary>Where a session of this role begins; none for roles that have no pages of this kind.</summary>
    public static string? FindHomeOf(CallerRole role) => role switch
    {
        CallerRole.Operator => Operations,
        CallerRole.Provider => Courses,
        _ => null,
    };
}
