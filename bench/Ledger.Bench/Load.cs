using System.Diagnostics;
using System.Globalization;

namespace CmeOrleans.Ledger.Bench;

/// <summary>Closed-loop load: so many connections, each sending its next request when the last is answered.</summary>
internal static class Load
{
    /// <param name="server">Whom it is for.</param>
    /// <param name="connectionsCount">How many at once.</param>
    /// <param name="duration">How long.</param>
    /// <param name="send">Sends the n-th request of a connection; answers how many units of work it did.</param>
    public static async Task<LoadResult> RunAsync(
        ServerProcess server, int connectionsCount, TimeSpan duration, Func<LoadConnection, int, long, Task<int>> send)
    {
        var connections = new LoadConnection[connectionsCount];
        for (var index = 0; index < connectionsCount; index++)
        {
            connections[index] = new(server);
            await connections[index].ConnectAsync();
        }

        var started = Stopwatch.GetTimestamp();
        var results = await Task.WhenAll(connections.Select((connection, index) => Task.Run(() => LoopAsync(connection, index, started, duration, send))));
        var elapsed = Stopwatch.GetElapsedTime(started);
        foreach (var connection in connections)
        {
            connection.Dispose();
        }

        var latencies = results.SelectMany(result => result.Latencies).ToArray();
        Array.Sort(latencies);
        return new(results.Sum(result => result.Units) / elapsed.TotalSeconds, At(latencies, 0.50), At(latencies, 0.99), latencies.Length);
    }

    private static async Task<(long Units, List<float> Latencies)> LoopAsync(
        LoadConnection connection, int index, long started, TimeSpan duration, Func<LoadConnection, int, long, Task<int>> send)
    {
        var latencies = new List<float>(100_000);
        var units = 0L;
        for (var n = 0L; Stopwatch.GetElapsedTime(started) < duration; n++)
        {
            var sent = Stopwatch.GetTimestamp();
            units += await send(connection, index, n);
            latencies.Add((float)Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
        }

        return (units, latencies);
    }

    private static double At(float[] sorted, double share) => sorted.Length == 0 ? double.NaN : sorted[(int)((sorted.Length - 1) * share)];
}

/// <param name="PerSecond">Units of work per second.</param>
/// <param name="Median">Of the latency, in milliseconds.</param>
/// <param name="P99">99th percentile of the latency, in milliseconds.</param>
internal sealed record LoadResult(double PerSecond, double Median, double P99, int Requests)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{PerSecond,9:N0}/s   p50 {Median,6:0.00} ms   p99 {P99,6:0.00} ms   ({Requests:N0} requests)");
}
