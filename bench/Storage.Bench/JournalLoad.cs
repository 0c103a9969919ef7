using System.Diagnostics;
using System.Security.Cryptography;
using CmeOrleans.Domain;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Grains.Ports;
using CmeOrleans.ThrowawayPostgres;

namespace CmeOrleans.Storage.Bench;

/// <summary>Many ledgers, each with one append under way at a time, as the grains have it.</summary>
internal static class JournalLoad
{
    private const int BodyBytes = 400;

    public static async Task<LoadResult> RunAsync(ILedgerJournal journal, int ledgersCount, TimeSpan duration, string name, PostgresServer server)
    {
        var serverBefore = server.ReadProcessorTime();
        var clientBefore = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var writers = Enumerable.Range(0, ledgersCount)
            .Select(number => Task.Run(() => WriteAsync(journal, $"{name}-{ledgersCount}-{number}", watch, duration)))
            .ToArray();
        var latencies = (await Task.WhenAll(writers)).SelectMany(static each => each).Order().ToArray();
        return new(
            latencies.Length / watch.Elapsed.TotalSeconds,
            latencies[latencies.Length / 2],
            latencies[latencies.Length * 99 / 100],
            (Environment.CpuUsage.TotalTime - clientBefore) / latencies.Length,
            (server.ReadProcessorTime() - serverBefore) / latencies.Length);
    }

    private static async Task<List<TimeSpan>> WriteAsync(ILedgerJournal journal, string ledgerId, Stopwatch watch, TimeSpan duration)
    {
        List<TimeSpan> latencies = [];
        var body = RandomNumberGenerator.GetBytes(BodyBytes);
        var hash = new byte[32];
        var at = DateTimeOffset.MinValue;
        for (var seq = 1L; watch.Elapsed < duration; seq++)
        {
            var sentAt = watch.Elapsed;
            var outcome = await journal.AppendAsync(Earn(ledgerId, seq, hash, body, at));
            Invariant.Require(outcome.Status is AppendStatus.Stored, "A row of the load is stored.");
            latencies.Add(watch.Elapsed - sentAt);
            at = outcome.At;
        }

        return latencies;
    }

    // What a completed topic with one credit type writes: a row and one course entry.
    private static LedgerAppend Earn(string ledgerId, long seq, byte[] hash, byte[] body, DateTimeOffset at) => new(
        new()
        {
            LedgerId = ledgerId,
            Seq = seq,
            PreviousHash = hash,
            Hash = hash,
            CommandKey = $"key-{seq}",
            Fingerprint = hash,
            Kind = "earned.v1",
            Body = body,
            At = at,
        },
        [
            new()
            {
                CourseId = "course-1",
                N = 0,
                Kind = CourseEntryKind.Earned,
                CreditType = "AMA_PRA_1",
                Amount = CreditAmount.FromHundredths(25),
                IsFirstOfLearner = seq == 1,
                ClaimBy = new(2029, 11, 22),
            },
        ],
        [],
        TimeProvider.System.GetUtcNow());
}
