namespace CmeOrleans.Domain.Ledger;

/// <summary>What a claim owes to a certifying board, stored by the same statement as the claim.</summary>
/// <remarks>One line per activity and completion date, because a board credits a diplomate once for both.</remarks>
public sealed record ReportLine
{
    /// <summary>Numbers the lines of one row from 0; (ledger, seq, n) names a line.</summary>
    public required int N { get; init; }

    /// <summary>Which board, such as <c>abp</c>.</summary>
    public required string Board { get; init; }

    public required string CourseId { get; init; }

    /// <summary>The activity id under which the board knows the course; without it the line is held.</summary>
    public string? ParsActivityId { get; init; }

    public required string CreditType { get; init; }

    /// <summary>The date of completion in the provider's time zone; a time of day would move it across zones.</summary>
    public required DateOnly CompletedOn { get; init; }

    public required CreditAmount Amount { get; init; }
}
