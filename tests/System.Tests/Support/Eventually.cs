namespace CmeOrleans.System.Tests.Support;

/// <summary>Waits for what another process brings about, within a bound.</summary>
internal static class Eventually
{
    private static readonly TimeSpan TimeMax = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Asks again and again until the answer is true. A connection that is refused counts as no.</summary>
    public static async Task SucceedsAsync(Func<Task<bool>> isSo)
    {
        using var deadline = new CancellationTokenSource(TimeMax);
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(deadline.Token))
        {
            try
            {
                if (await isSo())
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not there yet.
            }
        }
    }
}
