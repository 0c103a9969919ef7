namespace CmeOrleans.Runtime.Tests;

/// <summary>Many callers on few grains; every tenth call ends the activation.</summary>
internal static class Storm
{
    public const int CallersCount = 8;

    /// <returns>How many of the calls that are no deactivation were served, and how many of all the runtime refused.</returns>
    public static async Task<(int ServedCount, int RefusedCount)> RunAsync(ActorHost host, int callsPerCaller)
    {
        var (servedCount, refusedCount) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, CallersCount).Select(caller => Task.Run(async () =>
        {
            for (var call = 0; call < callsPerCaller; call++)
            {
                var grain = host.Grains.GetGrain<IProbeGrain>($"storm-{call % 3}");
                try
                {
                    if ((call + caller) % 10 == 0)
                    {
                        await grain.DeactivateAsync();
                    }
                    else
                    {
                        await grain.NoteAsync("served");
                        Interlocked.Increment(ref servedCount);
                    }
                }
                catch (OrleansMessageRejectionException)
                {
                    Interlocked.Increment(ref refusedCount);
                }
            }
        }))).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        return (servedCount, refusedCount);
    }
}
