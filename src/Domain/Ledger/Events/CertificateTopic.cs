using CmeOrleans.Domain.Identifiers;

namespace CmeOrleans.Domain.Ledger.Events;

/// <summary>One line of a claim: so much of one credit, and the topic it was earned with.</summary>
public sealed record CertificateTopic
{
    public required CreditId CreditId { get; init; }

    public required string TopicId { get; init; }

    public required string Title { get; init; }

    public required DateOnly CompletedOn { get; init; }

    public required CreditAmount Hundredths { get; init; }
}
