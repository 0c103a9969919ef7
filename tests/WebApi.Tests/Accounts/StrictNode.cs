using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Accounts;

/// <summary>A node with the rules for accounts that hold with PostgreSQL by default.</summary>
public sealed class StrictNode : TestNode
{
    protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>
    {
        ["Accounts:SelfEnrolment"] = "false",
        ["Accounts:RequireConfirmedEmail"] = "true",
        ["RateLimits:SignInBurst"] = "20",
        ["RateLimits:SignInsPerSecond"] = "1",
    };
}
