using System.ComponentModel;
using System.Diagnostics;
using CmeOrleans.PaperCertificates;
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
            var report = await VerifyAsync(pdf);

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

        Assert.Contains("Signature Validation: Digest Mismatch.", await VerifyAsync(pdf), StringComparison.Ordinal);
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

    private static async Task<string> VerifyAsync(byte[] pdf)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pdf");
        await File.WriteAllBytesAsync(path, pdf, TestContext.Current.CancellationToken);
        try
        {
            using var process = Process.Start(new ProcessStartInfo("pdfsig", ["-nocert", path]) { RedirectStandardOutput = true })!;
            var report = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return report;
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException("These tests need pdfsig; install the package poppler-utils.", exception);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
