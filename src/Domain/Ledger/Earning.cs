using System.Collections.Immutable;
using CmeOrleans.Domain.Identifiers;
using CmeOrleans.Domain.Ledger.Events;

namespace CmeOrleans.Domain.Ledger;

/// <summary>One topic of a course, completed once.</summary>
public sealed class Earning
{
    internal Earning()
    {
    }

    public required EarningId Id { get; init; }

    public required long Seq { get; init; }

    public required string CourseId { get; init; }

    public required int CourseVersion { get; init; }

    public required string CourseTitle { get; init; }

    public required string ProviderId { get; init; }

    public required string TopicId { get; init; }

    public required string TopicTitle { get; init; }

    public required DateTimeOffset CompletedAt { get; init; }

    public required DateOnly CompletedOn { get; init; }

    public ImmutableArray<Credit> Credits { get; internal set; } = [];

    public bool IsReversed { get; internal set; }

    internal static Earning Of(Earned earned, long seq)
    {
        var earning = new Earning
        {
            Id = earned.EarningId,
            Seq = seq,
            CourseId = earned.CourseId,
            CourseVersion = earned.CourseVersion,
            CourseTitle = earned.CourseTitle,
            ProviderId = earned.ProviderId,
            TopicId = earned.TopicId,
            TopicTitle = earned.TopicTitle,
            CompletedAt = earned.CompletedAt,
            CompletedOn = earned.CompletedOn,
        };
        earning.Credits = ImmutableArray.CreateRange(earned.Credits, Credit.Of, earning);
        return earning;
    }
}
