using System.Text.Json;
using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Api;

/// <summary>Licences, what they ask for, and how far a learner is, over the API.</summary>
public sealed class LicenceTests(TestNode node)
{
    [Fact]
    public async Task Requirements_are_listed_for_every_caller_and_paged()
    {
        var first = (await node.As(await node.KeyAsync("learner", "anybody")).GetAsync("/v1/requirements?limit=10")).Require(200).Json;
        var second = (await node.As().GetAsync($"/v1/requirements?limit=10&cursor={first.GetProperty("nextCursor").GetString()}")).Require(200);

        var all = first.GetProperty("items").EnumerateArray().Concat(second.Json.GetProperty("items").EnumerateArray()).ToArray();
        var texas = all.Single(item => item.GetProperty("requirementId").GetString() == "us-tx-mdo");
        Assert.Equal([48m, 24m], texas.GetProperty("buckets").EnumerateArray().Select(bucket => bucket.GetProperty("minimum").GetDecimal()));
        Assert.Equal(24, texas.GetProperty("cycleMonths").GetInt32());
        Assert.NotEmpty(texas.GetProperty("alsoAskedFor").EnumerateArray());
        Assert.Equal("high", texas.GetProperty("confidence").GetString());
        (await node.As("").GetAsync("/v1/requirements")).RequireProblem(401, "unauthorized");
        (await node.As().GetAsync("/v1/requirements?state=TX")).RequireProblem(400, "invalid-request");
    }

    [Fact]
    public async Task Licences_keep_their_ids_and_are_changed_under_their_etag()
    {
        var scene = await Scene.CreateAsync(node);
        var path = $"{scene.Learner}/licences";

        var none = (await node.As().GetAsync(path)).Require(200);
        (await node.As().PutAsync(path, Body(("us-tx-mdo", "K1234")), ("If-Match", "*"))).RequireProblem(412, "precondition-failed");
        var made = (await node.As().PutAsync(path, Body(("us-tx-mdo", "K1234")))).Require(201);
        var again = (await node.As().PutAsync(path, Body(("us-tx-mdo", "K1234")))).Require(200);
        var changed = (await node.As().PutAsync(path, Body(("us-ca-md", null), ("us-tx-mdo", "K1234")), ("If-Match", made.Header("ETag")!))).Require(200);

        Assert.Null(none.Header("ETag"));
        Assert.Empty(none.Json.GetProperty("licences").EnumerateArray());
        Assert.Equal((made.BodyText, made.Header("ETag")), (again.BodyText, again.Header("ETag")));
        var id = made.Json.GetProperty("licences")[0].GetProperty("licenceId").GetString()!;
        Assert.StartsWith("lic_", id, StringComparison.Ordinal);
        Assert.Equal(id, changed.Json.GetProperty("licences")[1].GetProperty("licenceId").GetString());
        Assert.Equal("K1234", changed.Json.GetProperty("licences")[1].GetProperty("number").GetString());
        Assert.False(changed.Json.GetProperty("licences")[0].TryGetProperty("number", out _));
        (await node.As().PutAsync(path, Body(), ("If-Match", made.Header("ETag")!))).RequireProblem(412, "precondition-failed");
        Assert.Equal(304, (await node.As().GetAsync(path, ("If-None-Match", changed.Header("ETag")!))).Status);
        Assert.Empty((await node.As().PutAsync(path, Body())).Require(200).Json.GetProperty("licences").EnumerateArray());
    }

    [Theory]
    [InlineData("""{ "licences": [{ "requirementId": "us-xx-md", "cycleEndsOn": "2027-02-28" }] }""", "/licences/0/requirementId", "unknown-requirement")]
    [InlineData("""{ "licences": [{ "requirementId": "us-tx-mdo", "cycleEndsOn": "2027-02-28" }, { "requirementId": "us-tx-mdo", "cycleEndsOn": "2027-02-28" }] }""", "/licences/1/requirementId", "listed-twice")]
    [InlineData("""{ "licences": [{ "requirementId": "us-tx-mdo", "cycleEndsOn": "2026-01-31" }] }""", "/licences/0/cycleEndsOn", "out-of-range")]
    [InlineData("""{ "licences": [{ "requirementId": "us-tx-mdo", "cycleEndsOn": "2100-02-28" }] }""", "/licences/0/cycleEndsOn", "out-of-range")]
    [InlineData("""{ "licences": [{ "requirementId": "us-tx-mdo", "cycleEndsOn": "2027-02-28", "number": " " }] }""", "/licences/0/number", "required")]
    [InlineData("""{ "licences": [{ "requirementId": "us-tx-mdo", "cycleEndsOn": "2027-02-28", "number": "12345678901234567890123456789012345678901" }] }""", "/licences/0/number", "too-long")]
    [InlineData("""{ "licences": [{ "licenceId": "lic_0199a1b2-0000-7000-8000-000000000007", "requirementId": "us-tx-mdo", "cycleEndsOn": "2027-02-28" }] }""", "/licences/0/licenceId", "unknown-licence")]
    [InlineData("""{ "licences": [{ "requirementId": "us-tx-mdo" }] }""", "/licences/0/cycleEndsOn", "missing")]
    [InlineData("""{ "licences": [null] }""", "/licences/0", "missing")]
    [InlineData("{}", "/licences", "missing")]
    public async Task Each_bad_licence_is_named_with_its_place(string body, string pointer, string code)
    {
        var scene = await Scene.CreateAsync(node);

        var problem = (await node.As().SendAsync(HttpMethod.Put, $"{scene.Learner}/licences", body)).RequireProblem(400, "invalid-request");

        var error = problem.Json.GetProperty("errors")[0];
        Assert.Equal((pointer, code), (error.GetProperty("pointer").GetString(), error.GetProperty("code").GetString()));
        Assert.Empty((await node.As().GetAsync($"{scene.Learner}/licences")).Require(200).Json.GetProperty("licences").EnumerateArray());
    }

    /// <summary>A nurse who was a physician before: what no longer fits must not stand in the way of taking it out, or of anything else.</summary>
    [Fact]
    public async Task Licence_for_another_profession_is_refused_when_new_and_kept_when_stored()
    {
        var scene = await Scene.CreateAsync(node);
        var path = $"{scene.Learner}/licences";
        (await node.As().PutAsync(path, Body(("us-tx-mdo", null), ("us-ca-md", null)))).Require(201);
        (await node.As().PutAsync(scene.Learner, new { displayName = "Min-jun Lee", profession = "nurse" })).Require(200);

        (await node.As().PutAsync(path, Body(("us-tx-mdo", null)))).Require(200);
        var refused = (await node.As().PutAsync(path, Body(("us-tx-mdo", null), ("us-ca-md", null)))).RequireProblem(400, "invalid-request");

        Assert.Equal("not-for-profession", refused.Json.GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.Equal("/licences/1/requirementId", refused.Json.GetProperty("errors")[0].GetProperty("pointer").GetString());
    }

    [Fact]
    public async Task Progress_counts_what_is_claimed_and_says_what_claiming_would_add()
    {
        var scene = await Scene.CreateAsync(node);
        var credits = await scene.EarnAsync(1, 2, 3);
        (await node.As().PutAsync($"{scene.Learner}/licences", Body(("us-tx-mdo", null), ("us-ca-md", null)))).Require(201);
        (await node.As().PostAsync($"{scene.Learner}/claims", Scene.Claim(credits[0], 1.5), "first")).Require(201);
        (await node.As().PostAsync($"{scene.Learner}/claims", Scene.Claim(credits[1], 0.5), "second")).Require(201);

        var progress = (await node.As().GetAsync($"{scene.Learner}/progress")).Require(200).Json;

        var texas = progress.GetProperty("items")[0];
        Assert.Equal(("Texas Medical Board", "2025-03-01", "2027-02-28"), (texas.GetProperty("authority").GetString(), CycleOf(texas, "from"), CycleOf(texas, "to")));
        var bucket = texas.GetProperty("buckets")[1];
        Assert.Equal("category-1", bucket.GetProperty("bucketId").GetString());
        Assert.Equal([24m, 2m, 2.5m, 22m], new[] { "required", "counted", "claimable", "missing" }.Select(name => bucket.GetProperty(name).GetDecimal()));
        Assert.Equal(
            [("claimable", 1.0m), ("claimable", 1.5m), ("counted", 0.5m), ("counted", 1.5m)],
            texas.GetProperty("credits").EnumerateArray().Select(credit => (credit.GetProperty("standing").GetString()!, credit.GetProperty("amount").GetDecimal())).Order());
        Assert.Equal((await node.As().GetAsync($"{scene.Learner}/balance")).Number("version"), progress.GetProperty("version").GetInt64());
        Assert.Single(progress.GetProperty("items")[1].GetProperty("buckets").EnumerateArray());
    }

    [Fact]
    public async Task Voided_claims_count_no_more_and_can_be_claimed_again()
    {
        var scene = await Scene.CreateAsync(node);
        await scene.EarnAsync(1);
        (await node.As().PutAsync($"{scene.Learner}/licences", Body(("us-ca-md", null)))).Require(201);
        var claim = (await node.As().PostAsync($"{scene.Learner}/claims", new { creditType = "AMA_PRA_1", all = true }, "claim")).Require(201);
        (await node.As().PostAsync($"{scene.Learner}/claims/{claim.Text("claimId")}/void", new { reason = "By mistake." }, "void")).Require(201);

        var bucket = (await node.As().GetAsync($"{scene.Learner}/progress")).Require(200).Json.GetProperty("items")[0].GetProperty("buckets")[0];

        Assert.Equal((0m, 1.5m), (bucket.GetProperty("counted").GetDecimal(), bucket.GetProperty("claimable").GetDecimal()));
    }

    [Fact]
    public async Task Attendance_counts_nowhere()
    {
        var scene = await Scene.CreateAsync(node);
        await scene.EarnAsync(1);
        (await node.As().PutAsync($"{scene.Learner}/licences", Body(("us-ca-md", null)))).Require(201);
        (await node.As().PutAsync(scene.Learner, new { displayName = "Min-jun Lee", profession = "nurse" })).Require(200);
        (await node.As().PostAsync($"{scene.Learner}/claims", new { creditType = "AMA_PRA_1", all = true }, "claim")).Require(201);

        var licence = (await node.As().GetAsync($"{scene.Learner}/progress")).Require(200).Json.GetProperty("items")[0];

        Assert.Equal(0m, licence.GetProperty("buckets")[0].GetProperty("counted").GetDecimal());
        Assert.Equal("attendanceOnly", licence.GetProperty("credits")[0].GetProperty("standing").GetString());
    }

    [Fact]
    public async Task Strangers_find_no_licences_and_one_licence_can_be_asked_about()
    {
        var scene = await Scene.CreateAsync(node);
        (await node.As().PutAsync($"{scene.Learner}/licences", Body(("us-tx-mdo", null), ("us-ca-md", null)))).Require(201);
        var id = (await node.As().GetAsync($"{scene.Learner}/licences")).Json.GetProperty("licences")[1].GetProperty("licenceId").GetString();
        var own = node.As(await node.KeyAsync("learner", scene.LearnerId));
        var stranger = node.As(await node.KeyAsync("learner", "somebody-else"));

        foreach (var path in (string[])[$"{scene.Learner}/licences", $"{scene.Learner}/progress"])
        {
            (await own.GetAsync(path)).Require(200);
            (await stranger.GetAsync(path)).RequireProblem(404, "not-found");
            (await node.As().GetAsync(path.Replace(scene.LearnerId, $"nobody-{Guid.NewGuid():N}", StringComparison.Ordinal))).RequireProblem(404, "not-found");
        }

        (await stranger.PutAsync($"{scene.Learner}/licences", Body())).RequireProblem(404, "not-found");
        Assert.Equal("us-ca-md", Assert.Single((await own.GetAsync($"{scene.Learner}/progress?licenceId={id}")).Require(200).Json.GetProperty("items").EnumerateArray()).GetProperty("requirementId").GetString());
        (await own.GetAsync($"{scene.Learner}/progress?licenceId=lic_none")).RequireProblem(404, "not-found");
        (await own.GetAsync($"{scene.Learner}/progress?cursor=x")).RequireProblem(400, "invalid-request");
    }

    [Fact]
    public async Task Institution_sees_licences_of_its_roster_without_their_numbers()
    {
        var scene = await Scene.CreateAsync(node);
        (await node.As().PutAsync($"{scene.Learner}/licences", Body(("us-tx-mdo", "K1234")))).Require(201);
        var institutionId = $"hospital-{Guid.NewGuid():N}";
        var institution = node.As(await node.KeyAsync("institution", institutionId));
        (await institution.GetAsync($"{scene.Learner}/licences")).RequireProblem(404, "not-found");
        (await node.As().SendAsync(HttpMethod.Put, $"/v1/institutions/{institutionId}/roster/{scene.LearnerId}", null)).Require(204);

        var seen = (await institution.GetAsync($"{scene.Learner}/licences")).Require(200);

        Assert.Contains("us-tx-mdo", seen.BodyText, StringComparison.Ordinal);
        Assert.DoesNotContain("K1234", seen.BodyText, StringComparison.Ordinal);
        Assert.Contains("K1234", (await node.As().GetAsync($"{scene.Learner}/licences")).Require(200).BodyText, StringComparison.Ordinal);
    }

    private static string? CycleOf(JsonElement licence, string name) => licence.GetProperty("cycle").GetProperty(name).GetString();

    private static object Body(params (string RequirementId, string? Number)[] licences) => new
    {
        licences = licences.Select(licence => licence.Number is null
            ? (object)new { requirementId = licence.RequirementId, cycleEndsOn = "2027-02-28" }
            : new { requirementId = licence.RequirementId, number = licence.Number, cycleEndsOn = "2027-02-28" }),
    };
}
