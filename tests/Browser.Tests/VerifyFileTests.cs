using System.Text.Json.Nodes;
using CmeOrleans.Browser.Tests.Support;
using Microsoft.Playwright;

namespace CmeOrleans.Browser.Tests;

/// <summary>Whoever is shown a PDF can tell the original from a copy that was changed, without sending it anywhere.</summary>
public sealed class VerifyFileTests(Site site)
{
    [Fact]
    public async Task The_original_is_told_from_a_changed_copy_and_nothing_is_sent()
    {
        var (page, code, pdf) = await OpenAsync(withScript: true);
        await page.GotoAsync($"/verify/{code}");
        var requests = new List<string>();
        page.Request += (_, request) => requests.Add(request.Url);

        await ChooseAsync(page, pdf);
        await page.GetByText("✓ This is the original file").WaitForAsync();
        await Looks.TakeAsync(page, "verify-original");

        pdf[^20] ^= 1;
        await ChooseAsync(page, pdf);
        await page.GetByText("✗ This is not the original file").WaitForAsync();
        Assert.Empty(requests);
    }

    [Fact]
    public async Task A_file_is_dropped_on_the_card()
    {
        var (page, code, pdf) = await OpenAsync(withScript: true);
        await page.GotoAsync($"/verify/{code}");

        var transfer = await page.EvaluateHandleAsync(
            """
            (base64) => {
              const transfer = new DataTransfer();
              transfer.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], "certificate.pdf"));
              return transfer;
            }
            """,
            Convert.ToBase64String(pdf));
        await page.Locator("[data-check-file]").DispatchEventAsync("drop", new { dataTransfer = transfer });

        await page.GetByText("✓ This is the original file").WaitForAsync();
    }

    [Fact]
    public async Task Without_scripts_the_hash_is_there_to_compare()
    {
        var (page, code, _) = await OpenAsync(withScript: false);

        await page.GotoAsync($"/verify/{code}");

        Assert.False(await page.Locator("[data-check-file]").IsVisibleAsync());
        Assert.True(await page.GetByText("SHA-256 of the PDF file").IsVisibleAsync());
    }

    private static Task ChooseAsync(IPage page, byte[] pdf) =>
        page.Locator("#file-choice").SetInputFilesAsync(new FilePayload { Name = "certificate.pdf", MimeType = "application/pdf", Buffer = [.. pdf] });

    private async Task<(IPage Page, string Code, byte[] Pdf)> OpenAsync(bool withScript)
    {
        var learner = await Learner.CreateAsync(site);
        JsonNode certificate = (await learner.ClaimAllAsync("ACEP_1"))["certificates"]![0]!;
        var pdf = await site.Operator.GetByteArrayAsync(new Uri($"/v1/learners/{learner.Id}/certificates/{(string)certificate["certificateId"]!}/document", UriKind.Relative));
        return (await learner.OpenAsync(withScript: withScript), (string)certificate["code"]!, pdf);
    }
}
