namespace CmeOrleans.Grains.Interfaces.Reports;

/// <summary>Which page of reports is asked for.</summary>
[GenerateSerializer, Immutable, Alias("cme.report-query")]
public sealed record ReportQuery
{
    /// <summary>At most 200.</summary>
    [Id(0)]
    public required int Limit { get; init; }

    /// <summary>Where the last page ended, as its <see cref="ReportPage.Next"/> said. What is no such position begins with the first page.</summary>
    [Id(1)]
    public string? After { get; init; }
}
