using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Earnings;

/// <summary>What came of each item, in the order in which they were sent.</summary>
internal sealed record BatchResponse(IReadOnlyList<BatchItemResponse> Items);

/// <summary>What came of one item: the status that it would have had alone, and the earning or the problem.</summary>
/// <param name="Key">The key of the item; absent when it has none that can be read.</param>
/// <param name="Status">201, also when the earning was stored by an earlier attempt; else that of the problem.</param>
/// <param name="EarningId">The earning, when it is stored.</param>
/// <param name="Problem">Why it is not. Pointers in it are relative to the item.</param>
internal sealed record BatchItemResponse(string? Key, int Status, string? EarningId, ProblemDocument? Problem);
