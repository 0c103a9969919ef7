using System.Collections.Immutable;
using CmeOrleans.Domain.Identifiers;
using CmeOrleans.Domain.Ledger.Events;

namespace CmeOrleans.Domain.Ledger;

/// <summary>One topic of a course, completed once.</summary>
public sealed class Earning
{
    internal Earning(Earned earned, long seq, Earning? earlierOfTopic)
    {
        Id = earned.EarningId;
        Seq = seq;
        CourseId = earned.CourseId;
        CourseVersion = earned.CourseVersion;
        CourseTitle = earned.CourseTitle;
        ProviderId = earned.ProviderId;
        TopicId = earned.TopicId;
        TopicTitle = earned.TopicTitle;
        CompletedAt = earned.CompletedAt;
        CompletedOn = earned.CompletedOn;
        EarlierOfTopic = earlierOfTopic;
        Credits = [.. earned.Credits.Select(credit => new Credit(this, credit))];
    }

    public EarningId Id { get; }

    public long Seq { get; }

    public string CourseId { get; }

    public int CourseVersion { get; }

    public string CourseTitle { get; }

    public string ProviderId { get; }

    public string TopicId { get; }

    public string TopicTitle { get; }

    public DateTimeOffset CompletedAt { get; }

    public DateOnly CompletedOn { get; }

    public ImmutableArray<Credit> Credits { get; }

    public bool IsReversed { get; internal set; }

    /// <summary>The earning of the same topic recorded before this one, if the course repeats.</summary>
    internal Earning? EarlierOfTopic { get; }
}
