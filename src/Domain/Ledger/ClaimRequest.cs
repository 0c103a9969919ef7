using System.Collections.Immutable;

namespace CmeOrleans.Domain.Ledger;

/// <summary>Claim credits of one type: the given lines, or all that is available.</summary>
/// <param name="Id">Key and fingerprint.</param>
/// <param name="CreditType">Code of the one type that is claimed.</param>
/// <param name="Lines">What to claim; <see langword="null"/> for all.</param>
/// <param name="ExpectedVersion">When given, the seq that the newest row must have.</param>
public sealed record ClaimRequest(CommandId Id, string CreditType, ImmutableArray<RequestedLine>? Lines, long? ExpectedVersion);
