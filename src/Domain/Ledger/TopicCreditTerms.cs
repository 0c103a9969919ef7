namespace CmeOrleans.Domain.Ledger;

/// <summary>What a topic is worth in one credit type, which it names once.</summary>
/// <param name="ClaimBy">The last date on which this type can be claimed, if the course sets one; the window may end before it.</param>
/// <param name="ExclusiveGroup">Credits with the same group exclude each other.</param>
public sealed record TopicCreditTerms(string CreditType, CreditAmount Amount, DateOnly? ClaimBy, string? ExclusiveGroup);
