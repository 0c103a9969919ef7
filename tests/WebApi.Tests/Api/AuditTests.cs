using System.Text.Json;
using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Api;

/// <summary>What was acknowledged is in the audit trail, with who did it and what came of it, and without anything about people.</summary>
public sealed class AuditTests(TestNode node)
{
    [Fact]
    public async Task Acts_are_recorded_with_who_what_and_result()
    {
        var scene = await Scene.CreateAsync(node);
        var made = (await node.As().PostAsync("/v1/api-keys", new { role = "provider", subject = scene.ProviderId, name = "Lakeside systems" })).Require(201);
        var provider = node.As(made.Text("key"));

        var stored = (await provider.PutAsync($"/v1/courses/{scene.CourseId}", scene.Course("Renamed"))).Require(200);
        (await provider.PutAsync($"/v1/courses/{scene.CourseId}", scene.Course("Again"), ("If-Match", "\"999\""))).RequireProblem(412, "precondition-failed");
        (await node.As().DeleteAsync($"/v1/api-keys/{made.Text("id")}")).Require(204);

        var written = await EntriesAsync("course-written", scene.CourseId);
        Assert.Equal(["precondition-failed", "done", "done"], written.Select(entry => Text(entry, "result")));
        Assert.Equal(("provider", scene.ProviderId, made.Text("id")), (Text(written[1], "role"), Text(written[1], "subject"), Text(written[1], "credential")));
        Assert.Equal(("operator", null, "bootstrap"), (Text(written[2], "role"), Text(written[2], "subject"), Text(written[2], "credential")));
        Assert.Equal("done", Text(Assert.Single(await EntriesAsync("api-key-issued", made.Text("id"))), "result"));
        Assert.Equal("done", Text(Assert.Single(await EntriesAsync("api-key-revoked", made.Text("id"))), "result"));
        Assert.NotNull(stored.Header("ETag"));
    }

    [Fact]
    public async Task Acts_on_learners_are_recorded_by_id_alone_and_a_learners_own_are_not()
    {
        var scene = await Scene.CreateAsync(node);
        var institution = $"inst-{Guid.NewGuid():N}";
        (await node.As().SendAsync(HttpMethod.Put, $"/v1/institutions/{institution}/roster/{scene.LearnerId}", null)).Require(204);
        (await node.As().DeleteAsync($"/v1/institutions/{institution}/roster/{scene.LearnerId}")).Require(204);
        (await node.As().PostAsync($"{scene.Learner}/invitations", new { email = "min-jun.lee@example.org" })).Require(201);
        var learner = node.As(await node.KeyAsync("learner", scene.LearnerId));
        (await learner.PutAsync(scene.Learner, new { displayName = "Min-jun Lee", profession = "physicianDo" })).Require(200);
        var credits = await scene.EarnAsync(1);
        var claim = (await learner.PostAsync($"{scene.Learner}/claims", Scene.Claim(credits[0], 1.5), "claim")).Require(201);
        var path = $"{scene.Learner}/claims/{claim.Text("claimId")}/void";
        (await node.As().PostAsync(path, new { reason = "Wrong type." }, "void")).Require(201);
        (await node.As().PostAsync(path, new { reason = "Wrong type." }, "void")).Require(201);

        Assert.Single(await EntriesAsync("roster-joined", $"{institution}/{scene.LearnerId}"));
        Assert.Single(await EntriesAsync("roster-left", $"{institution}/{scene.LearnerId}"));
        Assert.Single(await EntriesAsync("invitation-issued", scene.LearnerId));
        Assert.Single(await EntriesAsync("membership-granted", scene.LearnerId));
        Assert.Equal("operator", Text(Assert.Single(await EntriesAsync("learner-written", scene.LearnerId)), "role"));
        Assert.Equal(["repeated", "done"], (await EntriesAsync("claim-voided", $"{scene.LearnerId}/{claim.Text("claimId")}")).Select(entry => Text(entry, "result")));
        var all = (await node.As().GetAsync("/v1/audit-entries?limit=200")).BodyText;
        Assert.DoesNotContain("Min-jun", all, StringComparison.Ordinal);
        Assert.DoesNotContain("@example.org", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sessions_with_keys_are_recorded_good_and_bad()
    {
        var made = (await node.As().PostAsync("/v1/api-keys", new { role = "provider", subject = "audited", name = "Audited" })).Require(201);
        var learner = (await node.As().PostAsync("/v1/api-keys", new { role = "learner", subject = "audited", name = "Audited" })).Require(201);
        var wrong = made.Text("key")[..^6] + "wrong0";

        (await new Browser(node.Address).SubmitAsync("/sign-in/key", ("api-key", made.Text("key")))).Require(303);
        (await new Browser(node.Address).SubmitAsync("/sign-in/key", ("api-key", wrong))).Require(422);
        (await new Browser(node.Address).SubmitAsync("/sign-in/key", ("api-key", learner.Text("key")))).Require(422);

        Assert.Equal("audited", Text(Assert.Single(await EntriesAsync("staff-signed-in", made.Text("id"))), "subject"));
        var unproven = Assert.Single(await EntriesAsync("staff-sign-in-failed", made.Text("id")));
        Assert.Equal(("unknown", null), (Text(unproven, "role"), Text(unproven, "credential")));
        Assert.Equal(learner.Text("id"), Text(Assert.Single(await EntriesAsync("staff-sign-in-failed", learner.Text("id"))), "credential"));
    }

    /// <summary>Whoever was not told that a key is revoked asks again, and then the trail must say that it is.</summary>
    [Fact]
    public async Task Revocation_that_is_repeated_is_recorded_as_such_and_answered_as_before()
    {
        var made = (await node.As().PostAsync("/v1/api-keys", new { role = "provider", subject = "repeated", name = "Repeated" })).Require(201);

        (await node.As().DeleteAsync($"/v1/api-keys/{made.Text("id")}")).Require(204);
        (await node.As().DeleteAsync($"/v1/api-keys/{made.Text("id")}")).RequireProblem(404, "not-found");
        (await node.As().DeleteAsync($"/v1/api-keys/key_{Guid.Empty}")).RequireProblem(404, "not-found");

        Assert.Equal(["repeated", "done"], (await EntriesAsync("api-key-revoked", made.Text("id"))).Select(entry => Text(entry, "result")));
        Assert.Equal(["not-found"], (await EntriesAsync("api-key-revoked", $"key_{Guid.Empty}")).Select(entry => Text(entry, "result")).Distinct());
    }

    [Fact]
    public async Task List_is_for_operators_newest_first_and_paged()
    {
        var scene = await Scene.CreateAsync(node);
        (await node.As(await node.KeyAsync("provider", scene.ProviderId)).GetAsync("/v1/audit-entries")).RequireProblem(404, "not-found");

        var first = (await node.As().GetAsync("/v1/audit-entries?limit=2")).Require(200);
        var second = (await node.As().GetAsync($"/v1/audit-entries?limit=2&cursor={first.Text("nextCursor")}")).Require(200);

        var numbers = first.Json.GetProperty("items").EnumerateArray().Concat(second.Json.GetProperty("items").EnumerateArray())
            .Select(entry => entry.GetProperty("number").GetInt64()).ToArray();
        Assert.Equal(4, numbers.Length);
        Assert.Equal(numbers.OrderDescending(), numbers);
        (await node.As().GetAsync("/v1/audit-entries?act=anything")).RequireProblem(400, "invalid-request");
        (await node.As().GetAsync($"/v1/audit-entries?act=course-written&cursor={first.Text("nextCursor")}")).RequireProblem(400, "invalid-cursor");
    }

    private static string? Text(JsonElement entry, string name) => entry.TryGetProperty(name, out var value) ? value.GetString() : null;

    private async Task<JsonElement[]> EntriesAsync(string act, string target) =>
        [.. (await node.As().GetAsync($"/v1/audit-entries?act={act}&limit=200")).Require(200).Json.GetProperty("items").EnumerateArray().Where(entry => Text(entry, "target") == target)];
}
