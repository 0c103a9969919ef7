using CmeOrleans.WebApi.Accounts;
using CmeOrleans.WebApi.Auth;

namespace CmeOrleans.WebApi.Pages.Shell;

/// <summary>One entry of the menu. An entry is added together with its page: the menu has no dead links.</summary>
/// <param name="Text">What it is called.</param>
/// <param name="Path">Where it leads.</param>
public sealed record MenuEntry(string Text, string Path)
{
    public static readonly MenuEntry Dashboard = new("Dashboard", "/");
    public static readonly MenuEntry Earn = new("Claim CME credits", "/claim");
    public static readonly MenuEntry Claim = new("Claim CME", "/claim");
    public static readonly MenuEntry Claimed = new("Claimed", "/claimed");
    public static readonly MenuEntry Transcript = new("Transcript", "/transcript");
    public static readonly MenuEntry Licences = new("Licences", "/licences");
    public static readonly MenuEntry Profile = new("Profile", "/profile");
    public static readonly MenuEntry Security = new("Sign-in and security", AccountAddresses.Security);
    public static readonly MenuEntry Membership = new("Membership", "/membership");
    public static readonly MenuEntry Support = new("Support", "/support");

    public static readonly MenuEntry Courses = new("Courses", StaffAddresses.Courses);
    public static readonly MenuEntry Provider = new("Provider record", StaffAddresses.Provider);

    public static readonly MenuEntry Providers = new("All providers", StaffAddresses.Providers);
    public static readonly MenuEntry Operations = new("Health", StaffAddresses.Operations);
    public static readonly MenuEntry TrialBalance = new("Trial balance", StaffAddresses.TrialBalance);
    public static readonly MenuEntry Keys = new("API keys", StaffAddresses.Keys);
    public static readonly MenuEntry Audit = new("Audit trail", StaffAddresses.Audit);

    private static readonly IReadOnlyList<(string Heading, IReadOnlyList<MenuEntry> Entries)> OfLearners =
    [
        ("", [Dashboard]),
        ("Earn", [Earn]),
        ("CME Credits", [Claim, Claimed, Transcript, Licences]),
        ("Account", [Profile, Security, Membership, Support]),
    ];

    private static readonly IReadOnlyList<(string Heading, IReadOnlyList<MenuEntry> Entries)> OfProviders =
    [
        ("", [Courses, Provider]),
        ("Help", [Support]),
    ];

    private static readonly IReadOnlyList<(string Heading, IReadOnlyList<MenuEntry> Entries)> OfOperators =
    [
        ("Operations", [Operations, TrialBalance, Keys, Audit]),
        ("Providers", [Providers, Courses]),
        ("Help", [Support]),
    ];

    /// <summary>The menu of somebody: headings with their entries; a group without a heading has an empty one.</summary>
    internal static IReadOnlyList<(string Heading, IReadOnlyList<MenuEntry> Entries)> GroupsOf(Caller? viewer) => viewer?.Role switch
    {
        CallerRole.Operator => OfOperators,
        CallerRole.Provider => OfProviders,
        _ => OfLearners,
    };
}
