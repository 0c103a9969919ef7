namespace CmeOrleans.Grains.Tests.Support;

/// <summary>The system's clock, put forward by what a test says. Timers run by the system's clock.</summary>
internal sealed class AdjustableTime : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    public void Advance(TimeSpan by) => _ahead += by;
}
