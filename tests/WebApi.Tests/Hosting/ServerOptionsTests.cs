using System.Net;
using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Hosting;

/// <summary>How much the public port takes. On a node of its own, lest other tests are refused.</summary>
/// <remarks>A request counts until its answer is sent, which its client may have a moment before; hence the patience.</remarks>
public sealed class ServerOptionsTests(SmallNode node) : IClassFixture<SmallNode>
{
    private const int AttemptsMax = 200;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Requests are held under way by bodies that do not end.</summary>
    [Fact]
    public async Task One_request_more_than_the_node_works_at_is_told_to_come_back_and_let_in_afterwards()
    {
        using var client = HeldContent.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", TestNode.OperatorKey);
        var held = new List<(HeldContent Body, Task<HttpResponseMessage> Answer)>();
        while (held.Count < SmallNode.RequestsInFlightMax)
        {
            held.Add(await HoldAsync(client));
        }

        foreach (var path in new[] { "/v1/me", "/v1/verifications/none", "/v1/nothing" })
        {
            var refused = (await node.As().GetAsync(path)).RequireProblem(503, "overloaded");
            Assert.Equal("1", refused.Header("Retry-After"));
        }

        (await node.As("").GetAsync("/health/live")).Require(200);
        (await node.As("").GetAsync("/health/ready")).Require(200);
        foreach (var (body, answer) in held)
        {
            body.End("""{"role":"operator","name":"held"}""");
            using var response = await answer;
            Assert.Equal(HttpStatusCode.Created, response.StatusCode);
            await RequireLetInAsync();
        }
    }

    [Fact]
    public async Task Body_larger_than_the_server_takes_is_refused_whatever_the_operation_takes()
    {
        const string path = "/v1/learners/nobody/claims/preview";
        const string body = """{ "creditType": "AMA_PRA_1", "all": true }""";

        (await node.As().SendAsync(HttpMethod.Post, path, body.PadRight(SmallNode.RequestBodyBytesMax))).RequireProblem(404, "not-found");
        (await node.As().SendAsync(HttpMethod.Post, path, body.PadRight(SmallNode.RequestBodyBytesMax + 1))).RequireProblem(413, "body-too-large");
    }

    /// <summary>A request that has come to its endpoint and stays there.</summary>
    private async Task<(HeldContent Body, Task<HttpResponseMessage> Answer)> HoldAsync(HttpClient client)
    {
        for (var attempt = 0; attempt < AttemptsMax; attempt++)
        {
            var body = new HeldContent();
            var answer = client.PostAsync(new Uri(node.Address, "/v1/api-keys"), body, TestContext.Current.CancellationToken);
            if (await Task.WhenAny(body.IsAskedFor, answer) == body.IsAskedFor)
            {
                return (body, answer);
            }

            using var refused = await answer;
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("The node lets in fewer requests than it should.");
    }

    private async Task RequireLetInAsync()
    {
        var reply = await node.As().GetAsync("/v1/me");
        for (var attempt = 1; attempt < AttemptsMax && reply.Status == 503; attempt++)
        {
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
            reply = await node.As().GetAsync("/v1/me");
        }

        reply.Require(200);
    }
}
