using System.Security.Cryptography;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Certificates;
using CmeOrleans.Grains.Interfaces.Courses;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Grains.Tests.Support;

namespace CmeOrleans.Grains.Tests;

public sealed class CertificateGrainTests
{
    [Fact]
    public async Task Paper_is_rendered_once_and_says_for_ever_what_it_said_first()
    {
        await using var node = await LedgerNode.StartAsync();
        var (scene, claim) = await ClaimAsync(node);
        var document = node.Grains.GetGrain<IClaimDocumentGrain>(GrainKeys.Join(Scene.LearnerId, claim.ClaimId));
        var first = await document.GetDocumentAsync();

        await scene.Learner.PutProfileAsync(Scene.Profile with { DisplayName = "Ana Gray" }, null);
        await node.Grains.GetGrain<ICourseGrain>(Scene.CourseId).PutAsync(Scene.Course() with { Title = "Renamed" }, null);
        var second = await document.GetDocumentAsync();

        Assert.Equal(first!.Sha256, second!.Sha256);
        Assert.Equal(first.Pdf!.Value.ToArray(), second.Pdf!.Value.ToArray());
        Assert.Equal(1, node.Renderer.RenderingsCount);
    }

    [Fact]
    public async Task Papers_are_signed_once_before_they_are_stored()
    {
        await using var node = await LedgerNode.StartAsync();
        var (_, claim) = await ClaimAsync(node);
        var key = GrainKeys.Join(Scene.LearnerId, claim.Certificates[0].CertificateId);
        var certificate = node.Grains.GetGrain<ICertificateGrain>(key);
        var document = node.Grains.GetGrain<IClaimDocumentGrain>(GrainKeys.Join(Scene.LearnerId, claim.ClaimId));

        var papers = new[] { await certificate.GetDocumentAsync(), await document.GetDocumentAsync(), await document.GetDocumentAsync() };

        Assert.All(papers, paper => Assert.True(paper!.Pdf!.Value.Span.EndsWith(MarkingSigner.Mark)));
        Assert.All(papers, paper => Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(paper!.Pdf!.Value.Span)), paper.Sha256));
        Assert.Equal(2, node.Signer.SignaturesCount);
    }

    [Fact]
    public async Task Paper_first_asked_for_after_a_rename_has_the_name_of_the_claim()
    {
        await using var node = await LedgerNode.StartAsync();
        var (scene, claim) = await ClaimAsync(node);
        await scene.Learner.PutProfileAsync(Scene.Profile with { DisplayName = "Ana Gray" }, null);

        var paper = await node.Grains
            .GetGrain<ICertificateGrain>(GrainKeys.Join(Scene.LearnerId, claim.Certificates[0].CertificateId))
            .GetDocumentAsync();

        Assert.Contains("|Ana Ruiz|", System.Text.Encoding.UTF8.GetString(paper!.Pdf!.Value.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stored_paper_and_journal_do_not_hold_the_name_in_clear()
    {
        await using var node = await LedgerNode.StartAsync();
        var (scene, claim) = await ClaimAsync(node);
        var certificateId = claim.Certificates[0].CertificateId;
        await node.Grains.GetGrain<ICertificateGrain>(GrainKeys.Join(Scene.LearnerId, certificateId)).GetDocumentAsync();

        var stored = await node.Service<IDocumentStore>().ReadAsync(certificateId, TestContext.Current.CancellationToken);
        var rows = (await scene.Learner.GetLedgerAsync(0, 100))!.Items;

        Assert.True(stored!.Sealed.Span.IndexOf("Ana Ruiz"u8) < 0);
        Assert.DoesNotContain(rows, row => row.Body.Contains("Ruiz", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Verification_shows_the_paper_and_its_place_in_the_ledger()
    {
        await using var node = await LedgerNode.StartAsync();
        var (scene, claim) = await ClaimAsync(node);
        var certificate = claim.Certificates[0];
        var verifier = node.Grains.GetGrain<IVerificationGrain>("any");

        var shown = await verifier.VerifyAsync(certificate.Code);

        var paper = await node.Grains.GetGrain<ICertificateGrain>(GrainKeys.Join(Scene.LearnerId, certificate.CertificateId)).GetDocumentAsync();
        var row = (await scene.Learner.GetLedgerAsync(claim.Version - 1, 1))!.Items.Single();
        Assert.Equal(("valid", "Ana Ruiz", 300L), (shown!.Status, shown.DisplayName, shown.AmountHundredths));
        Assert.Equal(paper!.Sha256, shown.Sha256);
        Assert.Equal((row.Seq, row.Hash), (shown.LedgerSeq, shown.LedgerHash));
        Assert.Equal(shown.LedgerHash, (await verifier.VerifyAsync(certificate.Code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)))!.LedgerHash);
        Assert.Null(await verifier.VerifyAsync("00000-00000-00000-00000-000000"));
        Assert.Null(await verifier.VerifyAsync("no code at all"));
    }

    [Fact]
    public async Task Reversal_of_an_earning_revokes_the_paper_and_void_gives_the_rest_back()
    {
        await using var node = await LedgerNode.StartAsync();
        var (scene, claim) = await ClaimAsync(node);
        var earningId = (await scene.Learner.GetCreditsAsync(new() { CreditType = Scene.Ama, Sort = "earnedAt", Limit = 10 }))!.Items[0].EarningId;

        var reversal = await scene.Learner.ReverseEarningAsync(new() { Key = "r1", Tenant = Scene.Tenant, EarningId = earningId, Reason = "entered twice" });

        Assert.Equal([claim.ClaimId], reversal.Value!.FlaggedClaimIds);
        Assert.Equal("flagged", (await scene.Learner.GetClaimAsync(claim.ClaimId))!.Status);
        Assert.Equal("revoked", (await node.Grains.GetGrain<IVerificationGrain>("any").VerifyAsync(claim.Certificates[0].Code))!.Status);

        Assert.Equal(Outcome.Done, (await scene.Learner.VoidClaimAsync(new() { Key = "v1", Tenant = Scene.Tenant, ClaimId = claim.ClaimId, Reason = "flagged" })).Outcome);

        var line = (await scene.Learner.GetBalanceAsync())!.Balances.Single(line => line.CreditType == Scene.Ama);
        Assert.Equal((300, 150, 0, 150), (line.EarnedHundredths, line.AvailableHundredths, line.ClaimedHundredths, line.ReversedHundredths));
    }

    [Fact]
    public async Task Feedback_is_taken_once()
    {
        await using var node = await LedgerNode.StartAsync();
        var (_, claim) = await ClaimAsync(node);
        var document = node.Grains.GetGrain<IClaimDocumentGrain>(GrainKeys.Join(Scene.LearnerId, claim.ClaimId));
        var evaluation = new Evaluation { Answers = [new() { QuestionId = "q1", Value = "5" }], Comment = "Thank you." };

        Assert.Equal(Outcome.Done, (await document.PutEvaluationAsync(evaluation)).Outcome);
        Assert.Equal("evaluation-already-given", (await document.PutEvaluationAsync(evaluation)).Refusal!.Code);
        Assert.Equal("evaluation-already-given", (await document.PutEvaluationAsync(evaluation with { Comment = null })).Refusal!.Code);
        Assert.Equal("evaluation-already-given", (await document.PutEvaluationAsync(evaluation with { Answers = [] })).Refusal!.Code);
        Assert.Equal("Thank you.", (await document.GetEvaluationAsync())!.Comment);
        var unknown = node.Grains.GetGrain<IClaimDocumentGrain>(GrainKeys.Join(Scene.LearnerId, "clm_unknown"));
        Assert.Equal(Outcome.NotFound, (await unknown.PutEvaluationAsync(evaluation)).Outcome);
        Assert.Null(await unknown.GetDocumentAsync());
    }

    private static async Task<(Scene Scene, ClaimView Claim)> ClaimAsync(LedgerNode node)
    {
        var scene = await new Scene(node).SetAsync();
        await scene.EarnAsync("t1", "t2");
        return (scene, (await scene.Learner.ClaimAsync(Scene.ClaimAll("c1"))).Value!);
    }
}
