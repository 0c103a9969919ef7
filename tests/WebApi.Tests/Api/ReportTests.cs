using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Api;

/// <summary>What claims owe to certifying boards, over the API.</summary>
public sealed class ReportTests(TestNode node)
{
    private static readonly object Diplomate = new
    {
        displayName = "Min-jun Lee",
        profession = "physicianMd",
        boardIds = new { abp = "123456" },
        birthMonthDay = "04-17",
        reportingConsent = new { abp = true },
    };

    [Fact]
    public async Task Reports_say_state_age_and_reason()
    {
        var scene = await ClaimedAsync(parsActivityId: null);

        var report = Assert.Single((await node.As().GetAsync($"{scene.Learner}/reports")).Require(200).Json.GetProperty("items").EnumerateArray());

        Assert.StartsWith("clm_", report.GetProperty("claimId").GetString(), StringComparison.Ordinal);
        Assert.Equal((0, "abp", scene.CourseId), (report.GetProperty("number").GetInt32(), report.GetProperty("board").GetString(), report.GetProperty("courseId").GetString()));
        Assert.Equal(("Pediatrics Update", "ABP_MOC_2", "2026-03-02"), (report.GetProperty("courseTitle").GetString(), report.GetProperty("creditType").GetString(), report.GetProperty("completedOn").GetString()));
        Assert.Equal((3m, "held"), (report.GetProperty("amount").GetDecimal(), report.GetProperty("state").GetString()));
        Assert.Equal("activity-not-registered", report.GetProperty("reason").GetProperty("code").GetString());
        Assert.Equal(0, report.GetProperty("ageDays").GetInt32());
    }

    /// <summary>Consent can be taken back after the claim. What has not left by then must not go on, and the learner is told.</summary>
    [Fact]
    public async Task Reports_of_a_profile_that_lost_a_fact_are_held_until_it_is_back()
    {
        var scene = await ClaimedAsync(parsActivityId: "201234567");
        (await node.As().PutAsync(scene.Learner, new { displayName = "Min-jun Lee", profession = "physicianMd", boardIds = new { abp = "123456" }, birthMonthDay = "04-17" })).Require(200);

        var held = (await node.As().GetAsync($"{scene.Learner}/reports")).Require(200).Json.GetProperty("items")[0];
        (await node.As().PutAsync(scene.Learner, Diplomate)).Require(200);
        var queued = (await node.As().GetAsync($"{scene.Learner}/reports")).Require(200).Json.GetProperty("items")[0];

        Assert.Equal(("held", "profile-incomplete"), (held.GetProperty("state").GetString(), held.GetProperty("reason").GetProperty("code").GetString()));
        Assert.Equal("queued", queued.GetProperty("state").GetString());
        Assert.False(queued.TryGetProperty("reason", out _));
    }

    [Fact]
    public async Task Reports_are_paged_the_newest_claim_first()
    {
        var scene = await DiplomateAsync(parsActivityId: "201234567");
        foreach (var topic in (int[])[1, 2, 3])
        {
            await scene.EarnAsync(topic);
            await ClaimAsync(scene, $"claim-{topic}");
        }

        var first = (await node.As().GetAsync($"{scene.Learner}/reports?limit=2")).Require(200).Json;
        var second = (await node.As().GetAsync($"{scene.Learner}/reports?limit=2&cursor={first.GetProperty("nextCursor").GetString()}")).Require(200).Json;

        Assert.Equal(2, first.GetProperty("items").GetArrayLength());
        Assert.Equal(1, second.GetProperty("items").GetArrayLength());
        Assert.False(second.TryGetProperty("nextCursor", out _));
        var claims = (await node.As().GetAsync($"{scene.Learner}/claims?sort=-claimedAt")).Require(200).Json.GetProperty("items").EnumerateArray();
        Assert.Equal(
            claims.Select(claim => claim.GetProperty("claimId").GetString()),
            first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray()).Select(report => report.GetProperty("claimId").GetString()));
    }

    [Fact]
    public async Task Strangers_and_bad_questions_are_refused()
    {
        var scene = await Scene.CreateAsync(node);
        var stranger = await node.KeyAsync("learner", "somebody-else");

        (await node.As(stranger).GetAsync($"{scene.Learner}/reports")).RequireProblem(404, "not-found");
        (await node.As().GetAsync($"/v1/learners/nobody-{Guid.NewGuid():N}/reports")).RequireProblem(404, "not-found");
        (await node.As().GetAsync($"{scene.Learner}/reports?state=queued")).RequireProblem(400, "invalid-request");
        (await node.As().GetAsync($"{scene.Learner}/reports?cursor=abc")).RequireProblem(400, "invalid-cursor");
        Assert.Empty((await node.As().GetAsync($"{scene.Learner}/reports")).Require(200).Json.GetProperty("items").EnumerateArray());
    }

    private async Task<Scene> ClaimedAsync(string? parsActivityId)
    {
        var scene = await DiplomateAsync(parsActivityId);
        await scene.EarnAsync(1, 2);
        await ClaimAsync(scene, "claim");
        return scene;
    }

    private async Task ClaimAsync(Scene scene, string key) =>
        (await node.As().PostAsync($"{scene.Learner}/claims", new { creditType = "ABP_MOC_2", all = true }, key)).Require(201);

    private async Task<Scene> DiplomateAsync(string? parsActivityId)
    {
        var scene = await Scene.CreateAsync(node);
        (await node.As().PutAsync(scene.Learner, Diplomate)).Require(200);
        var course = new Dictionary<string, object>
        {
            ["providerId"] = scene.ProviderId,
            ["title"] = "Pediatrics Update",
            ["format"] = "enduring",
            ["startsOn"] = "2026-01-01",
            ["endsOn"] = "2026-12-31",
            ["claimWindowMonths"] = 120,
            ["offerings"] = new[] { new { creditType = "ABP_MOC_2", maximum = 12.5 } },
            ["topics"] = Enumerable.Range(1, 3).Select(n => new { topicId = $"t{n}", title = $"Topic {n}", credits = new { ABP_MOC_2 = 1.5 } }),
        };
        if (parsActivityId is not null)
        {
            course["parsActivityId"] = parsActivityId;
        }

        (await node.As().PutAsync($"/v1/courses/{scene.CourseId}", course)).Require(200);
        return scene;
    }
}
