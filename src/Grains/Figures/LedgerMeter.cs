using System.Diagnostics.Metrics;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Ledger.Events;

namespace CmeOrleans.Grains.Figures;

/// <summary>What the product is for, in figures, on the product's meter. No figure names a person. Costs nothing while nobody listens.</summary>
internal static class LedgerMeter
{
    private const double HundredthsPerCredit = 100;

    private static readonly Meter Meter = new("CmeOrleans");

    private static readonly Counter<long> Earnings = Meter.CreateCounter<long>(
        "cme.earnings", "{earning}", "Completed topics that were recorded.");

    private static readonly Counter<double> CreditsClaimed = Meter.CreateCounter<double>(
        "cme.credits.claimed", "{credit}", "Credits claimed, by credit type.");

    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>(
        "cme.commands.refused", "{command}", "Commands on a learner's ledger that a rule refused, by rule.");

    private static readonly Histogram<double> RenderDuration = Meter.CreateHistogram(
        "cme.certificate.render.duration",
        "s",
        "Time to render one document, without waiting for its turn.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5] });

    private static readonly Counter<long> Imbalances = Meter.CreateCounter<long>(
        "cme.trial_balance.failures", "{trial_balance}", "Trial balances that showed a difference or a broken ledger: an alarm.");

    /// <summary>Counts the outcome of a command. A repeat is counted when it first happened.</summary>
    public static void Record(LedgerStatus status, LedgerEvent? happened)
    {
        switch (status, happened)
        {
            case (LedgerStatus.Repeated, _):
                break;
            case (LedgerStatus.Accepted, Earned):
                Earnings.Add(1);
                break;
            case (LedgerStatus.Accepted, Claimed claimed):
                CreditsClaimed.Add(
                    claimed.Hundredths.Hundredths / HundredthsPerCredit, new KeyValuePair<string, object?>("credit.type", claimed.CreditType));
                break;
            case (LedgerStatus.Accepted, _):
                break;
            default:
                Refusals.Add(1, new KeyValuePair<string, object?>("rule", status.ToString()));
                break;
        }
    }

    public static void RecordImbalance() => Imbalances.Add(1);

    public static void RecordRendering(TimeSpan duration) => RenderDuration.Record(duration.TotalSeconds);
}
