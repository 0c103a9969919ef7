using System.Collections.Immutable;
using CmeOrleans.Domain.Identifiers;

namespace CmeOrleans.Domain.Ledger.Events;

/// <summary>A topic of a course was completed; one credit came of it for each credit type it is worth.</summary>
public sealed record Earned : LedgerEvent
{
    public required EarningId EarningId { get; init; }

    public required string CourseId { get; init; }

    /// <summary>The version of the course under which it was earned.</summary>
    public required int CourseVersion { get; init; }

    public required string CourseTitle { get; init; }

    public required string ProviderId { get; init; }

    public required string TopicId { get; init; }

    public required string TopicTitle { get; init; }

    public required DateTimeOffset CompletedAt { get; init; }

    /// <summary>The date of completion in the provider's time zone.</summary>
    public required DateOnly CompletedOn { get; init; }

    public decimal? Score { get; init; }

    public required ImmutableArray<EarnedCredit> Credits { get; init; }
}
