using System.Net;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Auth;

public sealed class FailedGuessesTests
{
    private static readonly IPAddress Address = IPAddress.Parse("192.0.2.1");

    private readonly StoppedTime _time = new();

    [Fact]
    public void Different_credentials_of_one_address_become_too_many()
    {
        var guesses = new FailedGuesses(_time);

        Assert.All(Enumerable.Range(0, FailedGuesses.BurstMax), n => Assert.False(guesses.IsTooMany(Address, $"guess-{n}")));
        Assert.True(guesses.IsTooMany(Address, "one-more"));
        Assert.False(guesses.IsTooMany(IPAddress.Parse("192.0.2.2"), "one-more"));

        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.False(guesses.IsTooMany(Address, "and-another"));
    }

    [Fact]
    public void One_bad_credential_repeated_is_no_guessing()
    {
        var guesses = new FailedGuesses(_time);

        Assert.All(Enumerable.Range(0, 10 * FailedGuesses.BurstMax), _ => Assert.False(guesses.IsTooMany(Address, "the-same")));
    }

    [Fact]
    public void Addresses_of_one_ipv6_network_count_together()
    {
        var guesses = new FailedGuesses(_time);

        Assert.All(
            Enumerable.Range(0, FailedGuesses.BurstMax),
            n => Assert.False(guesses.IsTooMany(IPAddress.Parse($"2001:db8::{n + 1:x}"), $"guess-{n}")));
        Assert.True(guesses.IsTooMany(IPAddress.Parse("2001:db8::ffff"), "one-more"));
    }
}
