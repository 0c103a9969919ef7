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
    public static readonly MenuEntry Profile = new("Profile", "/profile");
    public static readonly MenuEntry Membership = new("Membership", "/membership");
    public static readonly MenuEntry Support = new("Support", "/support");

    /// <summary>The menu: headings with their entries; the first group has no heading.</summary>
    public static IReadOnlyList<(string Heading, IReadOnlyList<MenuEntry> Entries)> Groups { get; } =
    [
        ("", [Dashboard]),
        ("Earn", [Earn]),
        ("CME Credits", [Claim, Claimed, Transcript]),
        ("Account", [Profile, Membership, Support]),
    ];
}
