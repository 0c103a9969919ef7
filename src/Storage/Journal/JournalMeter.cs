using System.Diagnostics.Metrics;

namespace CmeOrleans.Storage.Journal;

/// <summary>How the journal fares, on the product's meter. Costs nothing while nobody listens.</summary>
internal static class JournalMeter
{
    private static readonly Meter Meter = new("CmeOrleans");

    private static readonly Histogram<double> AppendDuration = Meter.CreateHistogram(
        "cme.journal.append.duration",
        "s",
        "From the request for an append to its answer.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5] });

    private static readonly Histogram<int> BatchRows = Meter.CreateHistogram(
        "cme.journal.batch.rows",
        "{row}",
        "Rows that one statement carried.",
        advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 5, 10, 20, 50, 100, 200, 500] });

    public static bool IsListenedTo => AppendDuration.Enabled;

    public static void RecordBatch(int rowsCount) => BatchRows.Record(rowsCount);

    public static void RecordAppend(TimeSpan duration) => AppendDuration.Record(duration.TotalSeconds);
}
