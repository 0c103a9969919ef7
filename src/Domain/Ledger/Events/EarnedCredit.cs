using CmeOrleans.Domain.Identifiers;

namespace CmeOrleans.Domain.Ledger.Events;

/// <summary>One credit of an earning: so much of one credit type, claimable once, in parts if wanted.</summary>
public sealed record EarnedCredit
{
    public required CreditId CreditId { get; init; }

    public required string CreditType { get; init; }

    public required CreditAmount Hundredths { get; init; }

    /// <summary>The last date on which it can be claimed, in the provider's time zone. Computed once, when earned.</summary>
    public required DateOnly ClaimBy { get; init; }

    /// <summary>The instant at which <see cref="ClaimBy"/> is over: the first at which the credit can no longer be claimed.</summary>
    public required DateTimeOffset ClaimableUntil { get; init; }

    /// <summary>Credits of one earning with the same group exclude each other: claiming one consumes the others in proportion.</summary>
    public string? ExclusiveGroup { get; init; }
}
