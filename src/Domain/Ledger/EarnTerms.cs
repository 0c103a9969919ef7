namespace CmeOrleans.Domain.Ledger;

/// <summary>What a course says about completing one of its topics: the facts that the rules of earning need.</summary>
public sealed record EarnTerms
{
    public required string CourseId { get; init; }

    public required int CourseVersion { get; init; }

    public required string CourseTitle { get; init; }

    public required string ProviderId { get; init; }

    /// <summary>In which the days of the provider begin and end.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    public required DateOnly StartsOn { get; init; }

    /// <summary>The last day on which a topic can be completed.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary>Months from the completion date in which the credit can be claimed.</summary>
    public required int ClaimWindowMonths { get; init; }

    public decimal? PassingScore { get; init; }

    /// <summary>Months after which a topic can be earned again; never when <see langword="null"/>.</summary>
    public int? RepeatAfterMonths { get; init; }

    /// <summary><see langword="null"/> if the course has no such topic.</summary>
    public TopicTerms? Topic { get; init; }
}
