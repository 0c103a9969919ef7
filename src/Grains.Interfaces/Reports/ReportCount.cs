namespace CmeOrleans.Grains.Interfaces.Reports;

/// <summary>So many reports to a board are in one state.</summary>
[GenerateSerializer, Immutable, Alias("cme.report-count")]
public sealed record ReportCount
{
    /// <summary>Such as <c>abp</c>.</summary>
    [Id(0)]
    public required string Board { get; init; }

    /// <summary><c>queued</c>, <c>held</c> while something is missing, <c>withdrawn</c>, or what reporting has made of it since.</summary>
    [Id(1)]
    public required string State { get; init; }

    [Id(2)]
    public required int Count { get; init; }

    /// <summary>Why they are held: <c>activity-not-registered</c> or <c>profile-incomplete</c>; none in other states.</summary>
    [Id(3)]
    public string? Reason { get; init; }
}
