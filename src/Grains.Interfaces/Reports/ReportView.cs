namespace CmeOrleans.Grains.Interfaces.Reports;

/// <summary>One report: what a claim owes to a board for one course and one date of completion.</summary>
[GenerateSerializer, Immutable, Alias("cme.report-view")]
public sealed record ReportView
{
    [Id(0)]
    public required string ClaimId { get; init; }

    /// <summary>Numbers the reports of one claim from 0.</summary>
    [Id(1)]
    public required int Number { get; init; }

    /// <summary>Such as <c>abp</c>.</summary>
    [Id(2)]
    public required string Board { get; init; }

    [Id(3)]
    public required string CourseId { get; init; }

    /// <summary>The course as the certificate names it.</summary>
    [Id(4)]
    public required string CourseTitle { get; init; }

    [Id(5)]
    public required string CreditType { get; init; }

    [Id(6)]
    public required DateOnly CompletedOn { get; init; }

    [Id(7)]
    public required long AmountHundredths { get; init; }

    /// <summary>As in <see cref="ReportCount.State"/>.</summary>
    [Id(8)]
    public required string State { get; init; }

    /// <summary>As in <see cref="ReportCount.Reason"/>.</summary>
    [Id(9)]
    public string? Reason { get; init; }

    /// <summary>One sentence about <see cref="Reason"/>.</summary>
    [Id(10)]
    public string? Detail { get; init; }

    /// <summary>When it was stored, with its claim.</summary>
    [Id(11)]
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whole days since then.</summary>
    [Id(12)]
    public required int AgeDays { get; init; }
}
