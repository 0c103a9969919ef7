using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Api;

public sealed class SupportRequestTests(TestNode node)
{
    private static readonly object Request = new { name = "Ana Gray", email = "ana@example.org", topic = "claiming", message = "It is missing." };

    [Fact]
    public async Task Request_gets_a_number_and_a_promise_once()
    {
        var key = Guid.NewGuid().ToString();
        var learner = node.As(await node.KeyAsync("learner", $"asks-{key}"));

        var first = (await learner.PostAsync("/v1/support-requests", Request, key)).Require(201);
        var again = (await learner.PostAsync("/v1/support-requests", Request, key)).Require(201);

        Assert.Equal(first.BodyText, again.BodyText);
        Assert.Equal("true", again.Header("Idempotent-Replayed"));
        Assert.Matches("^S-[1-9][0-9]{3,}$", first.Text("number"));
        Assert.True(first.Json.GetProperty("answeredBy").GetDateTimeOffset() > first.Json.GetProperty("receivedAt").GetDateTimeOffset());
        (await learner.PostAsync("/v1/support-requests", new { name = "Ana Gray", email = "ana@example.org", topic = "other", message = "Else." }, key))
            .RequireProblem(422, "idempotency-key-reused");

        var view = (await node.As().GetAsync($"/v1/support-requests/{first.Text("number")}")).Require(200);
        Assert.Equal(("It is missing.", $"asks-{key}"), (view.Text("message"), view.Text("learnerId")));
    }

    [Fact]
    public async Task Same_key_of_two_callers_is_two_requests()
    {
        var key = Guid.NewGuid().ToString();
        var first = await node.As(await node.KeyAsync("learner", "asks-one")).PostAsync("/v1/support-requests", Request, key);
        var second = await node.As(await node.KeyAsync("learner", "asks-two")).PostAsync("/v1/support-requests", Request, key);

        Assert.NotEqual(first.Require(201).Text("number"), second.Require(201).Text("number"));
    }

    [Fact]
    public async Task Requests_are_listed_to_operators_page_by_page()
    {
        foreach (var _ in Enumerable.Range(0, 3))
        {
            (await node.As().PostAsync("/v1/support-requests", Request, Guid.NewGuid().ToString())).Require(201);
        }

        var page = (await node.As().GetAsync("/v1/support-requests?limit=2")).Require(200);
        Assert.Equal(2, page.Json.GetProperty("items").GetArrayLength());
        var next = (await node.As().GetAsync($"/v1/support-requests?limit=2&cursor={page.Text("nextCursor")}")).Require(200);
        Assert.NotEqual(page.Json.GetProperty("items")[0].GetProperty("number").GetString(), next.Json.GetProperty("items")[0].GetProperty("number").GetString());

        var learner = node.As(await node.KeyAsync("learner", "reads"));
        (await learner.GetAsync("/v1/support-requests")).RequireProblem(404, "not-found");
        (await learner.GetAsync("/v1/support-requests/S-1001")).RequireProblem(404, "not-found");
        (await node.As().GetAsync("/v1/support-requests/S-999999")).RequireProblem(404, "not-found");
    }

    [Fact]
    public async Task Fields_that_cannot_be_are_all_named()
    {
        var reply = (await node.As().PostAsync("/v1/support-requests", new { name = " ", email = "ana", topic = "all", message = new string('m', 4_001) }, "bad"))
            .RequireProblem(400, "invalid-request");

        Assert.Equal(
            ["/email", "/message", "/name", "/topic"],
            reply.Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()!).Distinct().Order());
    }
}
