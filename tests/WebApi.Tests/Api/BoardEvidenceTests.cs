using CmeOrleans.PaperTools;
using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Api;

/// <summary>The copy of a certificate that its learner gives to a board.</summary>
public sealed class BoardEvidenceTests(TestNode node)
{
    [Fact]
    public async Task Learner_gets_a_copy_with_the_number_that_no_cache_keeps()
    {
        var (scene, evidence) = await ClaimAsync(new { abp = "123456" });

        var copy = (await node.As(await node.KeyAsync("learner", scene.LearnerId)).GetAsync($"{evidence}/abp")).Require(200);

        Assert.Equal("application/pdf", copy.Header("Content-Type"));
        Assert.Equal("no-store", copy.Header("Cache-Control"));
        Assert.Null(copy.Header("ETag"));
        Assert.Matches("^inline; filename=\"crt_[0-9a-f-]{36}-abp.pdf\"$", copy.Header("Content-Disposition"));
        Assert.Contains(
            "American Board of Pediatrics, diplomate number 123456", Poppler.Run("pdftotext", copy.Body, Poppler.FilePlace, "-").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Number_of_one_learner_does_not_come_on_the_certificate_of_another()
    {
        var (owner, evidence) = await ClaimAsync(new { abp = "123456" });
        var (other, _) = await ClaimAsync(new { abp = "654321" });
        var stranger = node.As(await node.KeyAsync("learner", other.LearnerId));

        (await stranger.GetAsync($"{evidence}/abp")).RequireProblem(404, "not-found");
        (await stranger.GetAsync($"{evidence.Replace(owner.LearnerId, other.LearnerId, StringComparison.Ordinal)}/abp")).RequireProblem(404, "not-found");
    }

    [Fact]
    public async Task Copy_made_by_somebody_else_is_in_the_audit_trail_and_a_learners_own_is_not()
    {
        var (scene, evidence) = await ClaimAsync(new { abp = "123456" });
        (await node.As(await node.KeyAsync("learner", scene.LearnerId)).GetAsync($"{evidence}/abp")).Require(200);
        (await node.As().GetAsync($"{evidence}/abp")).Require(200);

        var entries = (await node.As().GetAsync("/v1/audit-entries?act=board-evidence-made&limit=200")).Require(200).Json.GetProperty("items").EnumerateArray();

        var entry = Assert.Single(entries, entry => entry.GetProperty("target").GetString()!.StartsWith(scene.LearnerId, StringComparison.Ordinal));
        Assert.Equal(("operator", "done"), (entry.GetProperty("role").GetString(), entry.GetProperty("result").GetString()));
    }

    [Fact]
    public async Task Hospital_that_may_see_certificates_may_not_ask_for_the_copy()
    {
        var (scene, evidence) = await ClaimAsync(new { abp = "123456" });
        (await node.As().SendAsync(HttpMethod.Put, $"/v1/institutions/st-mary/roster/{scene.LearnerId}", null)).Require(204);
        var hospital = node.As(await node.KeyAsync("institution", "st-mary"));

        (await hospital.GetRenderedAsync(evidence.Replace("board-evidence", "document", StringComparison.Ordinal))).Require(200);
        (await hospital.GetAsync($"{evidence}/abp")).RequireProblem(404, "not-found");
    }

    [Fact]
    public async Task Copy_is_refused_without_the_id_for_unknown_boards_and_once_the_certificate_is_revoked()
    {
        var (scene, evidence) = await ClaimAsync(new { abp = "123456" });
        var claims = (await node.As().GetAsync($"{scene.Learner}/claims")).Require(200);
        var claimId = claims.Json.GetProperty("items")[0].GetProperty("claimId").GetString();

        Assert.Contains("boardIds.abim", (await node.As().GetAsync($"{evidence}/abim")).RequireProblem(422, "profile-incomplete").Text("detail"), StringComparison.Ordinal);
        (await node.As().GetAsync($"{evidence}/abc")).RequireProblem(404, "not-found");
        (await node.As().GetAsync($"{evidence}/ABP")).RequireProblem(404, "not-found");

        (await node.As().PostAsync($"{scene.Learner}/claims/{claimId}/void", new { reason = "wrong type" }, "v")).Require(201);

        (await node.As().GetAsync($"{evidence}/abp")).RequireProblem(422, "certificate-revoked");
    }

    private async Task<(Scene Scene, string Evidence)> ClaimAsync(object boardIds)
    {
        var scene = await Scene.CreateAsync(node);
        (await node.As().PutAsync(scene.Learner, new { displayName = "Min-jun Lee", profession = "physicianMd", boardIds })).Require(200);
        await scene.EarnAsync(1);
        var claim = (await node.As().PostAsync($"{scene.Learner}/claims", new { creditType = "AMA_PRA_1", all = true }, "c")).Require(201);
        var certificateId = claim.Json.GetProperty("certificates")[0].GetProperty("certificateId").GetString();
        return (scene, $"{scene.Learner}/certificates/{certificateId}/board-evidence");
    }
}
