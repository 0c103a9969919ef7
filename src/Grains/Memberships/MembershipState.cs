using CmeOrleans.Grains.Interfaces.Learners;

namespace CmeOrleans.Grains.Memberships;

/// <summary>The stored membership of a learner.</summary>
public sealed record MembershipState
{
    public Membership? Membership { get; init; }
}
