using System.Net;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Auth;

/// <summary>Anybody may fail to sign in, so that how much of it is kept for ever is bounded.</summary>
public sealed class FailedSignInsTests
{
    private static readonly IPAddress Address = IPAddress.Parse("2001:db8::1");

    private readonly StoppedTime _time = new();

    [Fact]
    public void First_failures_of_a_network_are_recorded_and_then_some_per_minute()
    {
        var failures = new FailedSignIns(_time);

        Assert.All(Enumerable.Range(0, FailedSignIns.BurstMax), n => Assert.True(failures.IsWorthRecording(Address, $"key-{n}")));
        Assert.False(failures.IsWorthRecording(Address, "one-more"));
        Assert.False(failures.IsWorthRecording(IPAddress.Parse("2001:db8::ffff"), "one-more"));
        Assert.True(failures.IsWorthRecording(IPAddress.Parse("2001:db8:0:1::1"), "one-more"));

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(FailedSignIns.PerMinute, Enumerable.Range(0, 100).Count(n => failures.IsWorthRecording(Address, $"later-{n}")));
    }

    [Fact]
    public void One_bad_key_shown_again_and_again_is_recorded_once()
    {
        var failures = new FailedSignIns(_time);

        Assert.Equal(1, Enumerable.Range(0, 100).Count(_ => failures.IsWorthRecording(Address, "the-same")));
    }
}
