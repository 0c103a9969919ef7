using CmeOrleans.Grains.Interfaces.Reports;
using CmeOrleans.WebApi.Json;

namespace CmeOrleans.WebApi.Reports;

/// <summary>A page of reports to certifying boards.</summary>
internal sealed record ReportsResponse(IReadOnlyList<ReportResponse> Items, string? NextCursor);

/// <summary>What a claim owes to a board for one course and one date of completion; number tells the reports of one claim apart.</summary>
internal sealed record ReportResponse(
    string ClaimId,
    int Number,
    string Board,
    string CourseId,
    string CourseTitle,
    string CreditType,
    DateOnly CompletedOn,
    Credits Amount,
    string State,
    ReportReasonResponse? Reason,
    DateTimeOffset CreatedAt,
    int AgeDays)
{
    public static ReportResponse From(ReportView report) => new(
        report.ClaimId,
        report.Number,
        report.Board,
        report.CourseId,
        report.CourseTitle,
        report.CreditType,
        report.CompletedOn,
        new(report.AmountHundredths),
        report.State,
        report.Reason is { } code ? new(code, report.Detail ?? "") : null,
        report.CreatedAt,
        report.AgeDays);
}

/// <summary>Why a report is held.</summary>
internal sealed record ReportReasonResponse(string Code, string Detail);
