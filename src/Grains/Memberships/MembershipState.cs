using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces.Learners;

namespace CmeOrleans.Grains.Memberships;

/// <summary>The stored membership of a learner.</summary>
public sealed record MembershipState
{
    public Membership? Membership { get; init; }

    /// <summary>The newest payments that have granted a year each, so that none grants another.</summary>
    public ImmutableArray<MembershipPayment> Payments { get; init; } = [];
}
