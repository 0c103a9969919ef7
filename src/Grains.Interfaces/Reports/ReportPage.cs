using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Reports;

/// <summary>A page of reports.</summary>
[GenerateSerializer, Immutable, Alias("cme.report-page")]
public sealed record ReportPage
{
    [Id(0)]
    public ImmutableArray<ReportView> Items { get; init; } = [];

    /// <summary>Absent on the last page.</summary>
    [Id(1)]
    public string? Next { get; init; }
}
