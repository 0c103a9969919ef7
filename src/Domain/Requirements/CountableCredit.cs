namespace CmeOrleans.Domain.Requirements;

/// <summary>Credit that may count towards a requirement: what was claimed of a topic, or what can still be claimed of it.</summary>
/// <param name="CreditType">The type that it was claimed as, or can be.</param>
/// <param name="CompletionKey">Names the completion that it comes from: one completion counts once, however many types it was claimed as.</param>
/// <param name="CompletedOn">The date of completion in the provider's time zone.</param>
/// <param name="Amount">How much.</param>
/// <param name="IsAwarded">Whether credit was or would be awarded; else attendance was certified, which counts nowhere.</param>
/// <param name="IsClaimed">Whether it is claimed; else it only can be.</param>
public sealed record CountableCredit(
    string CreditType, string CompletionKey, DateOnly CompletedOn, CreditAmount Amount, bool IsAwarded, bool IsClaimed);
