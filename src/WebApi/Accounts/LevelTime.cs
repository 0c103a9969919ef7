namespace CmeOrleans.WebApi.Accounts;

/// <summary>Lets answers that must not be told apart come after the same time.</summary>
internal sealed class LevelTime(TimeProvider time)
{
    /// <summary>Longer than the work takes on a machine that is not overloaded.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromMilliseconds(400);

    public long Begin() => time.GetTimestamp();

    public async Task EndAsync(long begun)
    {
        var left = Duration - time.GetElapsedTime(begun);
        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left, time);
        }
    }
}
