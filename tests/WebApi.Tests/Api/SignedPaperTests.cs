using CmeOrleans.PaperTools;
using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Api;

/// <summary>Papers of a node that signs them, as a program that shares no code with ours sees them.</summary>
public sealed class SignedPaperTests(SigningNode node) : IClassFixture<SigningNode>
{
    [Fact]
    public async Task Every_paper_bears_a_signature_that_covers_the_whole_file()
    {
        foreach (var pdf in await PapersAsync())
        {
            var report = Verify(pdf);

            Assert.Contains($"Signer Certificate Common Name: {TestCertificates.HolderName}", report, StringComparison.Ordinal);
            Assert.Contains("Signature Type: ETSI.CAdES.detached", report, StringComparison.Ordinal);
            Assert.Contains("Signature Validation: Signature is Valid.", report, StringComparison.Ordinal);
            Assert.Contains("Total document signed", report, StringComparison.Ordinal);
            Assert.DoesNotContain("Signature #2", report, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_changed_paper_shows()
    {
        var pdf = (await PapersAsync())[0];
        pdf[pdf.Length / 2] ^= 1;

        Assert.Contains("Signature Validation: Digest Mismatch.", Verify(pdf), StringComparison.Ordinal);
    }

    /// <summary>A certificate, and the document of its claim.</summary>
    private async Task<byte[][]> PapersAsync()
    {
        var scene = await Scene.CreateAsync(node);
        await scene.EarnAsync(1, 2);
        var claim = (await node.As().PostAsync($"{scene.Learner}/claims", new { creditType = "AMA_PRA_1", all = true }, "c")).Require(201);
        var certificateId = claim.Json.GetProperty("certificates")[0].GetProperty("certificateId").GetString();
        return
        [
            (await node.As().GetRenderedAsync($"{scene.Learner}/certificates/{certificateId}/document")).Body,
            (await node.As().GetRenderedAsync($"{scene.Learner}/claims/{claim.Text("claimId")}/document")).Body,
        ];
    }

    private static string Verify(byte[] pdf) => Poppler.Run("pdfsig", pdf, "-nocert", Poppler.FilePlace).Text;
}
