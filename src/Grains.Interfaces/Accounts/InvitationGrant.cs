namespace CmeOrleans.Grains.Interfaces.Accounts;

/// <summary>What an invitation is for. It names nobody: the address goes into the mail and nowhere else.</summary>
[GenerateSerializer, Immutable, Alias("cme.invitation-grant")]
public sealed record InvitationGrant
{
    /// <summary>The learner whom the account that accepts is bound to.</summary>
    [Id(0)]
    public required string LearnerId { get; init; }

    /// <summary>From then on it cannot be accepted.</summary>
    [Id(1)]
    public required DateTimeOffset ExpiresAt { get; init; }
}
