using CmeOrleans.Silo.Health;
using CmeOrleans.WebApi.Hosting;
using CmeOrleans.WebApi.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CmeOrleans.WebApi.Tests.Hosting;

/// <summary>Who gets in while the node does not serve.</summary>
public sealed class NodeGateTests(RefusingNode node) : IClassFixture<RefusingNode>
{
    [Fact]
    public async Task Node_that_refuses_to_serve_says_so_to_everybody_and_that_it_lives()
    {
        (await node.As().GetAsync("/v1/me")).Require(200);

        node.Application.Services.GetRequiredService<NodeState>().Refuse("The store is older than the newest checkpoint.");

        foreach (var path in new[] { "/v1/me", "/v1/courses", "/v1/verifications/none", "/v1/nothing", "/openapi/v1.json", "/" })
        {
            RequireRefusal(await node.As().GetAsync(path));
        }

        RequireRefusal(await node.As("").GetAsync("/v1/me"));
        RequireRefusal(await node.As().PostAsync("/v1/learners/nobody/claims", new { creditType = "AMA_PRA_1", all = true }, "k"));
        (await node.As("").GetAsync("/health/live")).Require(200);
        (await node.As("").GetAsync("/health/ready")).RequireProblem(503, "unavailable");
    }

    [Fact]
    public async Task Node_lets_nobody_in_before_its_store_is_found_to_be_the_right_one()
    {
        var state = new NodeState();
        var passed = new List<string>();
        var gate = new NodeGate(
            context =>
            {
                passed.Add(context.Request.Path);
                return Task.CompletedTask;
            },
            state,
            Options.Create(new ServerOptions()));

        var (status, retryAfter) = await AskAsync(gate, "/v1/me");
        Assert.Equal((503, "5"), (status, retryAfter));
        Assert.Equal(200, (await AskAsync(gate, "/health/live")).Status);
        Assert.Equal(503, (await AskAsync(gate, "/healthy")).Status);
        Assert.Equal(["/health/live"], passed);

        state.Open();
        Assert.Equal(200, (await AskAsync(gate, "/v1/me")).Status);
        Assert.Equal(["/health/live", "/v1/me"], passed);
    }

    private static async Task<(int Status, string RetryAfter)> AskAsync(NodeGate gate, string path)
    {
        var context = new DefaultHttpContext { Request = { Path = path } };
        await gate.InvokeAsync(context);
        return (context.Response.StatusCode, context.Response.Headers.RetryAfter.ToString());
    }

    private static void RequireRefusal(Reply reply) => Assert.Equal("5", reply.RequireProblem(503, "unavailable").Header("Retry-After"));
}
