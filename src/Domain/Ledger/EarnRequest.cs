namespace CmeOrleans.Domain.Ledger;

/// <summary>A topic of a course was completed.</summary>
/// <param name="Id">Key and fingerprint.</param>
/// <param name="CompletedAt">When.</param>
/// <param name="Score">In the unit of the course's passing score, if the topic was scored.</param>
public sealed record EarnRequest(CommandId Id, DateTimeOffset CompletedAt, decimal? Score);
