using CmeOrleans.Domain;

namespace CmeOrleans.Grains.Ports;

/// <summary>A report line with all that is stored of it but the board's activity id.</summary>
/// <param name="Position">Its name within the ledger.</param>
/// <param name="Board">Such as <c>abp</c>.</param>
/// <param name="CourseId">The course that it is about.</param>
/// <param name="CreditType">The type that was claimed.</param>
/// <param name="CompletedOn">The date of completion in the provider's time zone.</param>
/// <param name="Amount">The sum of what was claimed for that date.</param>
/// <param name="State"><c>queued</c>, <c>held</c>, <c>withdrawn</c>, or what reporting has made of it since.</param>
/// <param name="CreatedAt">When it was stored, with its claim.</param>
public sealed record KeptReportLine(
    ReportLinePosition Position,
    string Board,
    string CourseId,
    string CreditType,
    DateOnly CompletedOn,
    CreditAmount Amount,
    string State,
    DateTimeOffset CreatedAt);
