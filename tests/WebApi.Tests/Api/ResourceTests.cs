using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Api;

/// <summary>Resources that are put and got, lists, and who may see them.</summary>
public sealed class ResourceTests(TestNode node)
{
    [Fact]
    public async Task Change_relies_on_the_version_that_it_names()
    {
        var path = $"/v1/providers/p-{Guid.NewGuid():N}";
        (await node.As().PutAsync(path, Scene.Provider, ("If-Match", "*"))).RequireProblem(412, "precondition-failed");
        (await node.As().PutAsync(path, Scene.Provider, ("If-Match", "\"\""))).RequireProblem(412, "precondition-failed");
        (await node.As().PutAsync($"{path}-new", Scene.Provider, ("If-None-Match", "*"))).Require(201);
        (await node.As().PutAsync($"{path}-new", Scene.Provider, ("If-None-Match", "*"))).RequireProblem(412, "precondition-failed");
        (await node.As().PutAsync($"{path}-new", Scene.Provider, ("If-None-Match", "*"), ("If-Match", "*"))).RequireProblem(412, "precondition-failed");
        (await node.As().PutAsync($"{path}-new", Scene.Provider, ("If-None-Match", "\"other\""))).Require(200);
        var made = (await node.As().PutAsync(path, Scene.Provider)).Require(201);
        var etag = made.Header("ETag")!;

        Assert.Equal(path, made.Header("Location"));
        Assert.Equal(304, (await node.As().GetAsync(path, ("If-None-Match", etag))).Status);
        (await node.As().PutAsync(path, Scene.Provider, ("If-Match", "\"stale\""))).RequireProblem(412, "precondition-failed");
        (await node.As().PutAsync(path, Scene.Provider, ("If-Match", $"W/{etag}"))).RequireProblem(412, "precondition-failed");
        (await node.As().PutAsync(path, Scene.Provider, ("If-Match", "stale"))).RequireProblem(400, "invalid-request");
        (await node.As().PutAsync(path, Scene.Provider, ("If-Match", $"\"stale\", {etag}"))).Require(200);
        (await node.As().PutAsync(path, Scene.Provider, ("If-Match", "*"))).Require(200);
    }

    [Fact]
    public async Task List_is_walked_by_its_cursors_and_only_by_its_own()
    {
        var scene = await Scene.CreateAsync(node);
        await scene.EarnAsync(1, 2, 3);
        var path = $"{scene.Learner}/credits?sort=-amount&limit=2";

        var first = (await node.As().GetAsync(path)).Require(200);
        var cursor = first.Text("nextCursor");
        var second = (await node.As().GetAsync($"{path}&cursor={cursor}")).Require(200);

        Assert.Equal(2, first.Json.GetProperty("items").GetArrayLength());
        Assert.Equal($"<{path}&cursor={cursor}>; rel=\"next\"", first.Header("Link"));
        Assert.Equal(1, second.Json.GetProperty("items").GetArrayLength());
        Assert.False(second.Json.TryGetProperty("nextCursor", out _));
        Assert.Null(second.Header("Link"));
        (await node.As().GetAsync($"{scene.Learner}/credits?limit=2&cursor={cursor}")).RequireProblem(400, "invalid-cursor");
        (await node.As().GetAsync($"{path}&cursor={cursor}x")).RequireProblem(400, "invalid-cursor");
        (await node.As().GetAsync($"{scene.Learner}/credits?limit=1000")).Require(200);
        (await node.As().GetAsync($"{scene.Learner}/credits?limit={new string('9', 40)}")).Require(200);
    }

    [Fact]
    public async Task Providers_are_listed_in_pages_to_operators_alone()
    {
        var scenes = new[] { await Scene.CreateAsync(node), await Scene.CreateAsync(node), await Scene.CreateAsync(node) };
        var listed = new List<string>();
        string? cursor = null;
        do
        {
            var page = (await node.As().GetAsync($"/v1/providers?limit=2{(cursor is null ? "" : $"&cursor={cursor}")}")).Require(200);
            var ids = page.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("providerId").GetString()!).ToArray();
            Assert.InRange(ids.Length, 1, 2);
            listed.AddRange(ids);
            cursor = page.Json.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
        }
        while (cursor is not null);

        Assert.Equal(listed.Order(StringComparer.Ordinal).Distinct(), listed);
        Assert.All(scenes, scene => Assert.Contains(scene.ProviderId, listed));
        (await node.As().GetAsync("/v1/providers?name=Lakeside")).RequireProblem(400, "invalid-request");
        (await node.As(await node.KeyAsync("provider", scenes[0].ProviderId)).GetAsync("/v1/providers")).RequireProblem(404, "not-found");
        (await node.As("").GetAsync("/v1/providers")).RequireProblem(401, "unauthorized");
    }

    [Theory]
    [InlineData("credits?limit=0")]
    [InlineData("credits?limit=000")]
    [InlineData("credits?limit=1.5")]
    [InlineData("credits?limit=-1")]
    [InlineData("credits?limit=x")]
    [InlineData("credits?limit=1&limit=2")]
    [InlineData("credits?sort=learner")]
    [InlineData("credits?status=spent")]
    [InlineData("claims?year=nineteen")]
    [InlineData("claims?sort=amount")]
    public async Task Bad_query_is_refused(string query)
    {
        var scene = await Scene.CreateAsync(node);

        (await node.As().GetAsync($"{scene.Learner}/{query}")).RequireProblem(400, "invalid-request");
    }

    [Fact]
    public async Task Each_role_reaches_what_is_its_own()
    {
        var scene = await Scene.CreateAsync(node);
        await scene.EarnAsync(1);
        var learner = node.As(await node.KeyAsync("learner", scene.LearnerId));
        var provider = node.As(await node.KeyAsync("provider", scene.ProviderId));
        var institution = node.As(await node.KeyAsync("institution", "hospital"));

        (await learner.GetAsync(scene.Learner)).Require(200);
        (await learner.PostAsync($"{scene.Learner}/earnings", scene.Earning(2), "k")).RequireProblem(404, "not-found");
        (await provider.GetAsync($"/v1/courses/{scene.CourseId}")).Require(200);
        (await provider.PostAsync($"{scene.Learner}/earnings", scene.Earning(2), "k")).Require(201);
        (await provider.GetAsync($"{scene.Learner}/balance")).RequireProblem(404, "not-found");
        (await provider.PutAsync("/v1/courses/other", new { })).RequireProblem(400, "invalid-request");
        var ledger = (await provider.GetAsync($"/v1/courses/{scene.CourseId}/ledger")).Require(200);
        Assert.DoesNotContain(scene.LearnerId, ledger.BodyText, StringComparison.Ordinal);

        (await institution.GetAsync(scene.Learner)).RequireProblem(404, "not-found");
        (await node.As().SendAsync(HttpMethod.Put, $"/v1/institutions/hospital/roster/{scene.LearnerId}", null)).Require(204);
        (await institution.GetAsync(scene.Learner)).Require(200);
        (await institution.PutAsync(scene.Learner, new { })).RequireProblem(404, "not-found");
        Assert.Contains(scene.LearnerId, (await institution.GetAsync("/v1/institutions/hospital/roster?limit=200")).BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Provider_cannot_earn_for_or_take_over_somebody_elses_course()
    {
        var (own, other) = (await Scene.CreateAsync(node), await Scene.CreateAsync(node));
        var provider = node.As(await node.KeyAsync("provider", own.ProviderId));

        (await provider.PostAsync($"{own.Learner}/earnings", other.Earning(1), "k")).RequireProblem(422, "course-unknown");
        (await provider.PutAsync($"/v1/courses/{other.CourseId}", own.Course())).RequireProblem(404, "not-found");
        var foreign = await provider.PutAsync($"/v1/courses/new-{own.CourseId}", other.Course());
        Assert.Equal("provider-unknown", foreign.RequireProblem(400, "invalid-request").Json.GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.DoesNotContain(other.CourseId, (await provider.GetAsync("/v1/courses?limit=200")).BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Api_key_is_shown_once_and_ends_at_once()
    {
        var made = (await node.As().PostAsync("/v1/api-keys", new { role = "provider", subject = "lakeside", name = "Course system" })).Require(201);
        var (id, key) = (made.Text("id"), made.Text("key"));

        Assert.Equal("lakeside", (await node.As(key).GetAsync("/v1/me")).Text("subject"));
        Assert.DoesNotContain(key[37..], (await node.As().GetAsync($"/v1/api-keys/{id}")).BodyText, StringComparison.Ordinal);
        (await node.As().DeleteAsync($"/v1/api-keys/{id}")).Require(204);
        (await node.As(key).GetAsync("/v1/me")).RequireProblem(401, "unauthorized");
        (await node.As().DeleteAsync($"/v1/api-keys/{id}")).RequireProblem(404, "not-found");
    }

    [Theory]
    [InlineData("""{"role":"admin","name":"x"}""")]
    [InlineData("""{"role":"provider","name":"x"}""")]
    [InlineData("""{"role":"operator","subject":"x","name":"x"}""")]
    [InlineData("""{"role":"operator","name":""}""")]
    [InlineData("""{"role":"operator","name":"x","expiresAt":"2020-01-01T00:00:00Z"}""")]
    public async Task Bad_key_request_is_refused(string body) =>
        (await node.As().SendAsync(HttpMethod.Post, "/v1/api-keys", body)).RequireProblem(400, "invalid-request");

    [Fact]
    public async Task Trial_balance_balances_and_credit_types_are_listed()
    {
        Assert.True((await node.As().GetAsync("/v1/trial-balance")).Require(200).Json.GetProperty("balanced").GetBoolean());
        Assert.Contains("AMA_PRA_1", (await node.As().GetAsync("/v1/credit-types")).Require(200).BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guessing_is_slowed_without_hurting_valid_keys()
    {
        var key = await node.KeyAsync("operator", null);

        // Not the address of the other tests, lest they are slowed.
        using var guesser = OtherAddress.CreateClient();
        var statuses = new HashSet<int>();
        for (var guess = 0; guess < 250; guess++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(node.Address, "/v1/me"));
            request.Headers.Authorization = new("Bearer", $"guess-{guess}-{Guid.NewGuid():N}");
            using var response = await guesser.SendAsync(request, TestContext.Current.CancellationToken);
            statuses.Add((int)response.StatusCode);
        }

        Assert.Equal([401, 429], statuses.Order());
        (await node.As(key).GetAsync("/v1/me")).Require(200);
    }
}
