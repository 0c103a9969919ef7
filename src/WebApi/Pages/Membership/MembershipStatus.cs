namespace CmeOrleans.WebApi.Pages.Membership;

/// <summary>How a membership stands today (UTC).</summary>
public enum MembershipStatus
{
    None = 0,
    Active,
    NotBegun,
    Lapsed,
}
