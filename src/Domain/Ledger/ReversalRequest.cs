using CmeOrleans.Domain.Identifiers;

namespace CmeOrleans.Domain.Ledger;

/// <summary>Take an earning back.</summary>
/// <param name="OnlyProviderId">When given, only an earning of a course of this provider counts as known.</param>
public sealed record ReversalRequest(CommandId Id, EarningId EarningId, string Reason, string? OnlyProviderId);
