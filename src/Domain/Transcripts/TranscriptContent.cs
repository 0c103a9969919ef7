using System.Collections.Immutable;

namespace CmeOrleans.Domain.Transcripts;

/// <summary>What a transcript says: the topics that a learner claimed and still holds, as of one row of the ledger.</summary>
public sealed record TranscriptContent
{
    /// <summary>The most topics that one transcript lists. Forty years of fifty hours, a quarter of an hour each, are 8,000.</summary>
    public const int TopicsMax = 10_000;

    /// <summary>The learner's name as displayed now.</summary>
    public required string LearnerName { get; init; }

    public string? LearnerDegrees { get; init; }

    /// <summary>The first day of completion that was asked for, or none.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of completion that was asked for, or none.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Whether topics stand under their courses; else under their credit types.</summary>
    public bool IsByCourse { get; init; }

    /// <summary>The day on which it was made.</summary>
    public required DateOnly MadeOn { get; init; }

    /// <summary>The seq of the ledger's last row that it takes in.</summary>
    public required long LedgerSeq { get; init; }

    /// <summary>In order of completion; at most <see cref="TopicsMax"/>.</summary>
    public required ImmutableArray<TranscriptTopic> Topics { get; init; }

    /// <summary>Where certificates can be checked: the code goes after it.</summary>
    public required Uri VerificationUrl { get; init; }

    /// <exception cref="InvariantViolationException">The content contradicts itself or its bounds.</exception>
    public void RequireConsistent()
    {
        Invariant.Require(!Topics.IsDefault && Topics.Length <= TopicsMax, "A transcript lists a bounded number of topics.");
        Invariant.Require(Topics.All(topic => (From is null || From <= topic.CompletedOn) && (To is null || topic.CompletedOn <= To)), "Every topic of a transcript was completed in its period.");
    }
}
