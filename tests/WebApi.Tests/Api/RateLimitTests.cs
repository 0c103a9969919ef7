using System.Globalization;
using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Api;

/// <summary>How much a caller may ask. On a node of its own, lest it slows other tests.</summary>
/// <remarks>
/// Time passes while requests are sent, and each second of it allows some more. So the bounds are met with the burst at
/// least, and at most with what the time that has passed allows besides.
/// </remarks>
public sealed class RateLimitTests(SlowedNode node) : IClassFixture<SlowedNode>
{
    // So many that they cannot take so long that all of them may pass.
    private const int RequestsCount = 200;

    [Fact]
    public async Task Address_that_verifies_code_after_code_is_slowed_and_another_is_not()
    {
        using var other = OtherAddress.CreateClient();

        var (passedCount, refused) = await SendAsync(key: "", "/v1/verifications/none", SlowedNode.VerificationBurst, perSecond: 1, passes: 404);
        using var elsewhere = await other.GetAsync(new Uri(node.Address, "/v1/verifications/none"), TestContext.Current.CancellationToken);

        RequireRefusal(refused);
        Assert.InRange(passedCount, SlowedNode.VerificationBurst, RequestsCount - 1);
        Assert.Equal(404, (int)elsewhere.StatusCode);
    }

    [Fact]
    public async Task Learner_beyond_the_bound_is_slowed_and_nobody_else_is()
    {
        var (key, secondKey, otherKey) = (await node.KeyAsync("learner", "busy"), await node.KeyAsync("learner", "busy"), await node.KeyAsync("learner", "calm"));

        var (_, refused) = await SendAsync(key, "/v1/me", SlowedNode.LearnerBurst, perSecond: 1, passes: 200);

        RequireRefusal(refused);
        (await node.As(secondKey).GetAsync("/v1/me")).Require(200);
        (await node.As(otherKey).GetAsync("/v1/me")).Require(200);
        (await node.As().GetAsync("/v1/me")).Require(200);
    }

    [Theory]
    [InlineData("provider")]
    [InlineData("institution")]
    public async Task Service_has_a_bound_of_its_own(string role)
    {
        var key = await node.KeyAsync(role, "busy");

        var (passedCount, refused) = await SendAsync(key, "/v1/me", SlowedNode.ServicePerSecond, SlowedNode.ServicePerSecond, passes: 200);

        RequireRefusal(refused);
        Assert.InRange(passedCount, SlowedNode.ServicePerSecond, RequestsCount - 1);
    }

    private static void RequireRefusal(Reply refused)
    {
        refused.RequireProblem(429, "rate-limited");
        Assert.InRange(int.Parse(refused.Header("Retry-After")!, NumberStyles.None, CultureInfo.InvariantCulture), 1, 60);
    }

    /// <summary>Sends many requests at once; answers how many passed, and one that did not.</summary>
    private async Task<(int PassedCount, Reply Refused)> SendAsync(string key, string path, int burst, int perSecond, int passes)
    {
        var start = TimeProvider.System.GetTimestamp();
        var replies = await Task.WhenAll(Enumerable.Range(0, RequestsCount).Select(_ => node.As(key).GetAsync(path)));
        var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;

        var passedCount = replies.Count(reply => reply.Status == passes);
        Assert.Equal(RequestsCount, passedCount + replies.Count(reply => reply.Status == 429));

        // The limiter adds what a period allows at the end of the period, of which one may have begun before.
        Assert.InRange(passedCount, burst, burst + (int)(perSecond * (seconds + 1)));
        return (passedCount, replies.First(reply => reply.Status == 429));
    }
}
