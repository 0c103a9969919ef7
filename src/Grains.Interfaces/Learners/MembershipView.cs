namespace CmeOrleans.Grains.Interfaces.Learners;

/// <summary>A membership as it stands today (UTC).</summary>
[GenerateSerializer, Immutable, Alias("cme.membership-view")]
public sealed record MembershipView
{
    [Id(0)]
    public required Membership Membership { get; init; }

    [Id(1)]
    public required bool IsActive { get; init; }
}
