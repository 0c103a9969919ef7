using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Api;

/// <summary>Commands on a ledger and what they answer.</summary>
public sealed class LedgerTests(TestNode node)
{
    [Fact]
    public async Task Claim_is_made_once_and_answered_alike_for_ever()
    {
        var scene = await Scene.CreateAsync(node);
        var credits = await scene.EarnAsync(1, 2);
        var body = Scene.Claim(credits[0], 0.5);

        var first = (await node.As().PostAsync($"{scene.Learner}/claims", body, "claim-1")).Require(201);
        var again = (await node.As().PostAsync($"{scene.Learner}/claims", body, "claim-1")).Require(201);

        Assert.Null(first.Header("Idempotent-Replayed"));
        Assert.Equal("true", again.Header("Idempotent-Replayed"));
        Assert.Equal(first.BodyText, again.BodyText);
        Assert.Equal($"{scene.Learner}/claims/{first.Text("claimId")}", first.Header("Location"));
        Assert.Contains("\"total\":0.5", first.BodyText, StringComparison.Ordinal);
        (await node.As().PostAsync($"{scene.Learner}/claims", Scene.Claim(credits[0], 0.75), "claim-1")).RequireProblem(422, "idempotency-key-reused");
        (await node.As().PostAsync($"{scene.Learner}/claims", body)).RequireProblem(400, "idempotency-key-missing");
        (await node.As().PostAsync($"{scene.Learner}/claims", body, "with space")).RequireProblem(400, "idempotency-key-invalid");
        (await node.As().PostAsync($"{scene.Learner}/claims", body, new string('k', 256))).RequireProblem(400, "idempotency-key-invalid");
        var balance = (await node.As().GetAsync($"{scene.Learner}/balance")).Json.GetProperty("balances")[0];
        Assert.Equal((3m, 2.5m, 0.5m), (Amount(balance, "earned"), Amount(balance, "available"), Amount(balance, "claimed")));
    }

    [Fact]
    public async Task Claim_is_refused_for_each_bad_line_and_for_an_old_version()
    {
        var scene = await Scene.CreateAsync(node);
        var credits = await scene.EarnAsync(1);
        var lines = new[] { new { creditId = "crd_x", amount = 1.0 }, new { creditId = credits[0], amount = -1.0 } };

        var refused = await node.As().PostAsync($"{scene.Learner}/claims", new { creditType = "AMA_PRA_1", lines }, "k1");
        var stale = await node.As().PostAsync($"{scene.Learner}/claims", new { creditType = "AMA_PRA_1", all = true, expectedVersion = 9 }, "k2");
        var both = await node.As().PostAsync($"{scene.Learner}/claims", new { creditType = "AMA_PRA_1", all = true, lines }, "k3");

        Assert.Equal(2, refused.RequireProblem(422, "lines-refused").Json.GetProperty("errors").GetArrayLength());
        stale.RequireProblem(409, "version-conflict");
        both.RequireProblem(400, "invalid-request");
    }

    [Fact]
    public async Task Preview_writes_nothing()
    {
        var scene = await Scene.CreateAsync(node);
        await scene.EarnAsync(1);

        var preview = (await node.As().PostAsync($"{scene.Learner}/claims/preview", new { creditType = "AMA_PRA_1", all = true })).Require(200);

        Assert.Equal("Min-jun Lee", preview.Text("displayName"));
        Assert.Equal(1, preview.Number("version"));
        Assert.Equal(1, (await node.As().GetAsync($"{scene.Learner}/balance")).Number("version"));
    }

    [Fact]
    public async Task Of_parallel_claims_of_one_credit_exactly_one_wins()
    {
        var scene = await Scene.CreateAsync(node);
        var credits = await scene.EarnAsync(1);

        var replies = await Task.WhenAll(Enumerable.Range(0, 32)
            .Select(n => node.As().PostAsync($"{scene.Learner}/claims", Scene.Claim(credits[0], 1.5), $"parallel-{n}")));

        Assert.Single(replies, reply => reply.Status == 201);
        Assert.All(replies.Where(reply => reply.Status != 201), reply => reply.RequireProblem(422, "lines-refused"));
    }

    [Fact]
    public async Task Same_key_at_once_is_one_claim()
    {
        var scene = await Scene.CreateAsync(node);
        var credits = await scene.EarnAsync(1);

        var replies = await Task.WhenAll(Enumerable.Range(0, 16)
            .Select(_ => node.As().PostAsync($"{scene.Learner}/claims", Scene.Claim(credits[0], 0.5), "same")));

        Assert.All(replies.Where(reply => reply.Status != 201), reply => Assert.Equal("1", reply.RequireProblem(409, "idempotency-in-flight").Header("Retry-After")));
        Assert.Single(replies.Where(reply => reply.Status == 201).Select(reply => reply.Text("claimId")).Distinct());
    }

    /// <summary>A key belongs to who sends it: the operators, one provider, one institution, one learner.</summary>
    [Fact]
    public async Task Same_key_of_two_tenants_is_two_keys()
    {
        var scene = await Scene.CreateAsync(node);
        var credits = await scene.EarnAsync(1, 2);
        var learner = node.As(await node.KeyAsync("learner", scene.LearnerId));
        var learnerAgain = node.As(await node.KeyAsync("learner", scene.LearnerId));
        var provider = node.As(await node.KeyAsync("provider", scene.ProviderId));

        var replies = await Task.WhenAll(
            node.As().PostAsync($"{scene.Learner}/claims", Scene.Claim(credits[0], 1.5), "mine"),
            learner.PostAsync($"{scene.Learner}/claims", Scene.Claim(credits[1], 1.5), "mine"),
            provider.PostAsync($"{scene.Learner}/earnings", scene.Earning(3), "mine"));

        Assert.All(replies, reply => reply.Require(201));
        var again = (await learnerAgain.PostAsync($"{scene.Learner}/claims", Scene.Claim(credits[1], 1.5), "mine")).Require(201);
        Assert.Equal((replies[1].BodyText, "true"), (again.BodyText, again.Header("Idempotent-Replayed")));
        (await learnerAgain.PostAsync($"{scene.Learner}/claims", Scene.Claim(credits[0], 1.5), "mine")).RequireProblem(422, "idempotency-key-reused");
        var rows = (await node.As().GetAsync($"{scene.Learner}/ledger")).Json.GetProperty("items").EnumerateArray();
        Assert.Equal(["earn-1", "earn-2", "mine", "mine", "mine"], rows.Select(row => row.GetProperty("commandKey").GetString()));
    }

    [Fact]
    public async Task Void_and_reversal_take_back_once()
    {
        var scene = await Scene.CreateAsync(node);
        var credits = await scene.EarnAsync(1);
        var claimId = (await node.As().PostAsync($"{scene.Learner}/claims", Scene.Claim(credits[0], 1.5), "c")).Text("claimId");
        var earningId = (await node.As().GetAsync($"{scene.Learner}/credits")).Json.GetProperty("items")[0].GetProperty("earningId").GetString();

        (await node.As().PostAsync($"{scene.Learner}/claims/{claimId}/void", new { reason = "" }, "v")).RequireProblem(400, "invalid-request");
        (await node.As().PostAsync($"{scene.Learner}/claims/{claimId}/void", new { reason = "Wrong." }, "v")).Require(201);
        (await node.As().PostAsync($"{scene.Learner}/claims/{claimId}/void", new { reason = "Wrong." }, "v2")).RequireProblem(422, "claim-already-voided");
        (await node.As().PostAsync($"{scene.Learner}/earnings/{earningId}/reversal", new { reason = "Wrong." }, "r")).Require(201);
        (await node.As().PostAsync($"{scene.Learner}/earnings/{earningId}/reversal", new { reason = "Wrong." }, "r2")).RequireProblem(422, "earning-already-reversed");
        (await node.As().PostAsync($"{scene.Learner}/claims/clm_{Guid.Empty}/void", new { reason = "Wrong." }, "v3")).RequireProblem(404, "not-found");
        (await node.As().PostAsync($"{scene.Learner}/earnings/ern_{Guid.Empty}/reversal", new { reason = "Wrong." }, "r3")).RequireProblem(404, "not-found");
    }

    [Fact]
    public async Task Batch_answers_each_item_on_its_own_and_in_order()
    {
        var scene = await Scene.CreateAsync(node);
        object Item(string key, string learnerId, string topicId) => new { key, learnerId, courseId = scene.CourseId, topicId, completedAt = "2026-03-02T16:30:00Z" };
        var alone = (await node.As().PostAsync($"{scene.Learner}/earnings", scene.Earning(1), "alone")).Require(201);
        var items = new[]
        {
            Item("b1", scene.LearnerId, "t2"), Item("b2", "nobody", "t2"), Item("alone", scene.LearnerId, "t1"), new { key = "b4", surprise = 1 },
            Item("b1", scene.LearnerId, "t3"), Item("b6", scene.LearnerId, "t2"), Item("with space", scene.LearnerId, "t4"), Item("b8", scene.LearnerId, "t5"),
        };

        var reply = (await node.As().PostAsync("/v1/earnings/batch", new { items })).Require(200).Json.GetProperty("items").EnumerateArray().ToArray();

        Assert.Equal([201, 404, 201, 400, 422, 422, 400, 201], reply.Select(item => item.GetProperty("status").GetInt32()));
        Assert.Equal(alone.Text("earningId"), reply[2].GetProperty("earningId").GetString());
        Assert.Equal("/problems/idempotency-key-reused", reply[4].GetProperty("problem").GetProperty("type").GetString());
        (await node.As().PostAsync("/v1/earnings/batch", new { items = Array.Empty<object>() })).RequireProblem(400, "invalid-request");
        (await node.As().PostAsync("/v1/earnings/batch", new { items = Enumerable.Repeat(items[0], 1_001) })).RequireProblem(400, "invalid-request");
    }

    /// <summary>Goal: whatever stands in the place of an item is that item's problem alone. Method: raw bodies, each beside a good item.</summary>
    [Theory]
    [InlineData("null", null, "wrong-type")]
    [InlineData("5", null, "wrong-type")]
    [InlineData("[]", null, "wrong-type")]
    [InlineData("{}", null, "missing")]
    [InlineData("""{"key":"k","earning":"x"}""", "k", "unknown-field")]
    [InlineData("""{"key":"k","score":"high"}""", "k", "wrong-type")]
    [InlineData("""{"key":"k","completedAt":"yesterday"}""", "k", "not-an-instant")]
    [InlineData("""{"key":"k","key":"l"}""", "l", "duplicate-field")]
    [InlineData("""{"key":5}""", null, "wrong-type")]
    [InlineData("""{"key":"k","\ud800":1}""", "k", "not-text")]
    [InlineData("""{"key":"\ud800"}""", null, "not-text")]
    [InlineData("""{"other":{"key":"inner"},"key":"k"}""", "k", "unknown-field")]
    public async Task Item_that_cannot_be_understood_is_answered_alone(string item, string? key, string code)
    {
        var scene = await Scene.CreateAsync(node);
        var good = $$"""{"key":"good","learnerId":"{{scene.LearnerId}}","courseId":"{{scene.CourseId}}","topicId":"t1","completedAt":"2026-03-02T16:30:00Z"}""";

        var reply = (await node.As().SendAsync(HttpMethod.Post, "/v1/earnings/batch", $$"""{"items":[{{item}},{{good}}]}""")).Require(200);

        var (bad, stored) = (reply.Json.GetProperty("items")[0], reply.Json.GetProperty("items")[1]);
        Assert.Equal((400, 201), (bad.GetProperty("status").GetInt32(), stored.GetProperty("status").GetInt32()));
        Assert.Equal(key, bad.TryGetProperty("key", out var echoed) ? echoed.GetString() : null);
        Assert.Contains(bad.GetProperty("problem").GetProperty("errors").EnumerateArray(), error => error.GetProperty("code").GetString() == code);
    }

    [Theory]
    [InlineData("5,")]
    [InlineData("null,")]
    [InlineData("{},")]
    public async Task Items_beyond_the_bound_are_not_even_read(string item)
    {
        var body = new StringBuilder("""{"items":[""").Insert(10, item, 2_000_000 / item.Length).Append("0]}").ToString();

        var reply = await node.As().SendAsync(HttpMethod.Post, "/v1/earnings/batch", body);

        Assert.Equal(("/items", "count"), (
            reply.RequireProblem(400, "invalid-request").Json.GetProperty("errors")[0].GetProperty("pointer").GetString(),
            reply.Json.GetProperty("errors")[0].GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Document_is_the_same_each_time_and_shown_by_its_code()
    {
        var scene = await Scene.CreateAsync(node);
        var credits = await scene.EarnAsync(1);
        var claim = await node.As().PostAsync($"{scene.Learner}/claims", Scene.Claim(credits[0], 1.5), "c");
        var certificate = claim.Json.GetProperty("certificates")[0];

        var document = await node.As().GetRenderedAsync($"{scene.Learner}/claims/{claim.Text("claimId")}/document");
        var single = await node.As().GetRenderedAsync($"{scene.Learner}/certificates/{certificate.GetProperty("certificateId").GetString()}/document");
        var unchanged = await node.As().GetAsync($"{scene.Learner}/claims/{claim.Text("claimId")}/document", ("If-None-Match", document.Header("ETag")!));
        var verification = (await node.As("").GetAsync($"/v1/verifications/{certificate.GetProperty("code").GetString()}")).Require(200);

        Assert.Equal("application/pdf", document.Header("Content-Type"));
        Assert.Equal($"\"{Convert.ToHexStringLower(SHA256.HashData(document.Body))}\"", document.Header("ETag"));
        Assert.Equal(304, unchanged.Status);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(single.Body)), verification.Text("sha256"));
        Assert.Equal("no-store", verification.Header("Cache-Control"));
        Assert.DoesNotContain(scene.LearnerId, verification.BodyText, StringComparison.Ordinal);
    }

    private static decimal Amount(JsonElement element, string name) => element.GetProperty(name).GetDecimal();
}
