using CmeOrleans.Grains.Interfaces.Accounts;

namespace CmeOrleans.Grains.Accounts;

/// <summary>The stored invitation; its secret is not in it.</summary>
public sealed record InvitationState
{
    public InvitationGrant? Grant { get; init; }

    public ReadOnlyMemory<byte> SecretHash { get; init; }

    /// <summary>The account that accepted it, if one did.</summary>
    public string? AccountId { get; init; }
}
