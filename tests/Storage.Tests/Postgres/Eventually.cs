using System.Diagnostics;

namespace CmeOrleans.Storage.Tests.Postgres;

/// <summary>Asks again until something holds, for what happens in another process.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static async Task HoldsAsync(Func<Task<bool>> condition)
    {
        var watch = Stopwatch.StartNew();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await condition())
        {
            Assert.True(watch.Elapsed < Limit, "It did not come to hold in time.");
            await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
