using System.Text;
using CmeOrleans.Grains.Certificates;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Certificates;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Grains.Tests.Support;
using Orleans.Runtime;

namespace CmeOrleans.Grains.Tests;

public sealed class BoardEvidenceGrainTests
{
    [Fact]
    public async Task Copy_has_the_name_of_the_claim_and_the_diplomate_id_of_today_is_signed_and_not_kept()
    {
        await using var node = await LedgerNode.StartAsync();
        var (scene, certificateId) = await ClaimAsync(node);
        await scene.Learner.PutProfileAsync(Scene.Profile with { DisplayName = "Ana Gray", AbpId = "123456", AbimId = "A-7" }, null);

        var forAbp = await CopyOf(node, Scene.LearnerId, certificateId).MakeAsync("abp");
        var forAbim = await CopyOf(node, Scene.LearnerId, certificateId).MakeAsync("abim");

        Assert.StartsWith($"Abp 123456|{certificateId}|Ana Ruiz|", TextOf(forAbp.Value!), StringComparison.Ordinal);
        Assert.StartsWith($"Abim A-7|{certificateId}|Ana Ruiz|", TextOf(forAbim.Value!), StringComparison.Ordinal);
        Assert.True(forAbp.Value!.Pdf!.Value.Span.EndsWith(MarkingSigner.Mark));
        Assert.Null(await node.Service<IDocumentStore>().ReadAsync(certificateId, TestContext.Current.CancellationToken));
        var certificate = await node.Grains.GetGrain<ICertificateGrain>(GrainKeys.Join(Scene.LearnerId, certificateId)).GetDocumentAsync();
        Assert.StartsWith($"{certificateId}|Ana Ruiz|", TextOf(certificate!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_puts_a_number_on_the_certificate_of_somebody_else()
    {
        await using var node = await LedgerNode.StartAsync();
        var (scene, certificateId) = await ClaimAsync(node);
        await scene.Learner.PutProfileAsync(Scene.Profile with { AbpId = "123456" }, null);
        await node.Grains.GetGrain<ILearnerGrain>("learner-2").PutProfileAsync(Scene.Profile with { AbpId = "654321" }, null);

        Assert.Equal(Outcome.NotFound, (await CopyOf(node, "learner-2", certificateId).MakeAsync("abp")).Outcome);
        Assert.Equal(Outcome.NotFound, (await CopyOf(node, "nobody", certificateId).MakeAsync("abp")).Outcome);
        Assert.Equal(Outcome.NotFound, (await CopyOf(node, Scene.LearnerId, $"crt_{Guid.Empty}").MakeAsync("abp")).Outcome);
        Assert.Equal(0, node.Renderer.RenderingsCount);
    }

    [Fact]
    public async Task No_copy_without_diplomate_id_for_an_unknown_board_or_of_a_revoked_certificate()
    {
        await using var node = await LedgerNode.StartAsync();
        var (scene, certificateId) = await ClaimAsync(node);
        var copy = CopyOf(node, Scene.LearnerId, certificateId);
        await scene.Learner.PutProfileAsync(Scene.Profile with { AbpId = "123456" }, null);

        Assert.Equal("profile-incomplete", (await copy.MakeAsync("abim")).Refusal!.Code);
        Assert.Equal(Outcome.NotFound, (await copy.MakeAsync("abxyz")).Outcome);

        var earningId = (await scene.Learner.GetCreditsAsync(new() { CreditType = Scene.Ama, Sort = "earnedAt", Limit = 10 }))!.Items[0].EarningId;
        await scene.Learner.ReverseEarningAsync(new() { Key = "r1", Tenant = Scene.Tenant, EarningId = earningId, Reason = "entered twice" });

        Assert.Equal("certificate-revoked", (await copy.MakeAsync("abp")).Refusal!.Code);
        Assert.Equal(0, node.Renderer.RenderingsCount);
    }

    [Fact]
    public async Task Copies_take_few_places_and_certificates_none_of_them()
    {
        await using var node = await LedgerNode.StartAsync();
        var (scene, certificateId) = await ClaimAsync(node);
        await scene.Learner.PutProfileAsync(Scene.Profile with { AbpId = "123456" }, null);
        var hold = new TaskCompletionSource<int>();
        var gate = node.Service<UnkeptPaperGate>();
        var held = Enumerable.Range(0, UnkeptPaperGate.PlacesOfLearnerMax).Select(_ => gate.HoldPlaceAsync(Scene.LearnerId, () => hold.Task)).ToArray();

        await Assert.ThrowsAsync<LimitExceededException>(() => CopyOf(node, Scene.LearnerId, certificateId).MakeAsync("abp"));
        Assert.NotNull((await node.Grains.GetGrain<ICertificateGrain>(GrainKeys.Join(Scene.LearnerId, certificateId)).GetDocumentAsync())!.Pdf);

        hold.SetResult(1);
        await Task.WhenAll(held);
        Assert.Equal(Outcome.Done, (await CopyOf(node, Scene.LearnerId, certificateId).MakeAsync("abp")).Outcome);
    }

    private static IBoardEvidenceGrain CopyOf(LedgerNode node, string learnerId, string certificateId) =>
        node.Grains.GetGrain<IBoardEvidenceGrain>(GrainKeys.Join(learnerId, certificateId));

    private static string TextOf(DocumentAnswer paper) => Encoding.UTF8.GetString(paper.Pdf!.Value.Span);

    private static async Task<(Scene Scene, string CertificateId)> ClaimAsync(LedgerNode node)
    {
        var scene = await new Scene(node).SetAsync();
        await scene.EarnAsync("t1", "t2");
        return (scene, (await scene.Learner.ClaimAsync(Scene.ClaimAll("c1"))).Value!.Certificates[0].CertificateId);
    }
}
