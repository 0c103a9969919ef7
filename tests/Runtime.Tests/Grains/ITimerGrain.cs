namespace CmeOrleans.Runtime.Tests;

internal interface ITimerGrain : IGrainWithStringKey
{
    Task StartTimerAsync(TimeSpan dueTime, TimeSpan period, bool interleave = false, bool keepAlive = false);

    Task StopTimerAsync();

    Task HoldNextTickAsync(string gate);

    Task FailNextTickAsync();

    /// <summary>A call that waits for its turn, as ticks do.</summary>
    Task<int> GetTicksCountAsync();
}
