using System.Diagnostics.Metrics;

namespace CmeOrleans.Grains.Figures;

/// <summary>What became of mails, in figures, on the product's meter.</summary>
internal static class MailMeter
{
    private static readonly Meter Meter = new("CmeOrleans");

    private static readonly Counter<long> Delivered = Meter.CreateCounter<long>("cme.mails.delivered", "{mail}", "Mails handed over.");

    private static readonly Counter<long> FailedAttempts = Meter.CreateCounter<long>(
        "cme.mails.attempts.failed", "{attempt}", "Attempts to hand a mail over that failed and are repeated.");

    private static readonly Counter<long> GivenUp = Meter.CreateCounter<long>(
        "cme.mails.given.up", "{mail}", "Mails that were refused for good or could not be handed over in time.");

    public static void RecordDelivered() => Delivered.Add(1);

    public static void RecordFailedAttempt() => FailedAttempts.Add(1);

    public static void RecordGivenUp() => GivenUp.Add(1);
}
