namespace CmeOrleans.Storage.Bench;

/// <summary>What one load reached.</summary>
/// <param name="ClientPerRow">Processor time of this process per row.</param>
/// <param name="ServerPerRow">Processor time of PostgreSQL per row.</param>
internal sealed record LoadResult(double RowsPerSecond, TimeSpan Median, TimeSpan Percentile99, TimeSpan ClientPerRow, TimeSpan ServerPerRow)
{
    public override string ToString() =>
        FormattableString.Invariant($"{RowsPerSecond,9:N0} rows/s   p50 {Median.TotalMilliseconds,6:N2} ms   p99 {Percentile99.TotalMilliseconds,6:N2} ms   processor per row {ClientPerRow.TotalMicroseconds,5:N1} + {ServerPerRow.TotalMicroseconds,5:N1} µs");
}
