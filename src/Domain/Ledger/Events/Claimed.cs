using System.Collections.Immutable;
using CmeOrleans.Domain.Identifiers;

namespace CmeOrleans.Domain.Ledger.Events;

/// <summary>Credits of one type were claimed. What the certificates say is frozen here.</summary>
public sealed record Claimed : LedgerEvent
{
    public required ClaimId ClaimId { get; init; }

    public required string CreditType { get; init; }

    public required CreditAmount Hundredths { get; init; }

    public required DateTimeOffset ClaimedAt { get; init; }

    /// <summary>The name to print, encrypted under the learner's own data key: destroying that key erases the name and leaves the chain whole.</summary>
    public required SealedText Name { get; init; }

    /// <summary>The providers that the certificates name, each of them once: hundreds of certificates may share one.</summary>
    public required ImmutableArray<ProviderFace> Providers { get; init; }

    /// <summary>One certificate per course, in the order of the claim. Their topics are the lines of the claim.</summary>
    public required ImmutableArray<CertificateFace> Certificates { get; init; }

    /// <summary>What exclusive groups consumed of other types: from available to reversed.</summary>
    public ImmutableArray<CreditMovement> Forgone { get; init; } = [];

    /// <summary>The provider that the certificate names.</summary>
    public ProviderFace ProviderOf(CertificateFace certificate) => Providers[certificate.Provider];
}
