namespace CmeOrleans.Domain.Certificates;

/// <summary>A topic on a certificate.</summary>
/// <param name="Title">The title when the topic was completed.</param>
/// <param name="CompletedOn">The provider's local date of completion.</param>
/// <param name="Amount">The part of the certified amount that was claimed for this topic.</param>
public sealed record CertificateTopic(string Title, DateOnly CompletedOn, CreditAmount Amount);
