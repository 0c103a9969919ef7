namespace CmeOrleans.WebApi.Tests.Support;

/// <summary>Time that passes only when a test says so.</summary>
internal sealed class StoppedTime : TimeProvider
{
    private TimeSpan _elapsed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _elapsed.Ticks;

    public void Advance(TimeSpan time) => _elapsed += time;
}
