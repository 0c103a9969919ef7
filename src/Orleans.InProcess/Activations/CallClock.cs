using Microsoft.Extensions.Options;
using Orleans.Hosting;

namespace Orleans.Runtime;

/// <summary>The time since the runtime began, read once per <see cref="Granularity"/>: good enough for timeouts, and free.</summary>
internal sealed class CallClock(TimeProvider timeProvider, IOptions<InProcessActorOptions> options)
{
    public static readonly TimeSpan Granularity = TimeSpan.FromSeconds(1);

    private readonly long _origin = timeProvider.GetTimestamp();
    private long _nowTicks;

    public long NowTicks => Volatile.Read(ref _nowTicks);

    /// <summary>Late by up to one granule, never early.</summary>
    public long DeadlineTicksFor(GrainMethod method)
    {
        var timeout = method.ResponseTimeout ?? options.Value.ResponseTimeout;
        return method.IsOneWay ? long.MaxValue : NowTicks + (timeout + Granularity).Ticks;
    }

    public void Update() => Volatile.Write(ref _nowTicks, timeProvider.GetElapsedTime(_origin).Ticks);
}
