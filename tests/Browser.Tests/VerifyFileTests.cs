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

        // The browser may fetch what the page names when it likes, such as its icon.
        page.Request += (_, request) => requests.AddRange(request.Url.Contains("/assets/", StringComparison.Ordinal) ? [] : [request.Url]);

        await ChooseAsync(page, pdf);
        await page.GetByText("✓ This is the original file").WaitForAsync();
        await Looks.TakeAsync(page, "verify-original");

        pdf[^20] ^= 1;
        await ChooseAsync(page, pdf);
        await page.GetByText("✗ This is not the original file").WaitForAsync();
        Assert.Empty(requests);
    }

    [Fact]
    public async Task A_copy_for_a_board_is_told_to_be_a_file_of_its_own()
    {
        var learner = await Learner.CreateAsync(site);
        await site.Operator.SendAsync(
            HttpMethod.Put, $"/v1/learners/{learner.Id}", new { displayName = "Ada Okafor", profession = "physicianMd", boardIds = new { abp = "123456" } });
        var claim = await learner.ClaimAllAsync("ACEP_1");
        JsonNode certificate = claim["certificates"]![0]!;
        var page = await learner.OpenAsync();
        var copy = await page.Context.APIRequest.GetAsync($"/claimed/{(string)claim["claimId"]!}/{(string)certificate["certificateId"]!}/board-evidence/abp");
        await page.GotoAsync($"/verify/{(string)certificate["code"]!}");

        await ChooseAsync(page, await copy.BodyAsync());

        await page.GetByText("It may be another certificate, a copy made for a board").WaitForAsync();
        Assert.True(await page.GetByText("A copy made for a board is a file of its own").IsVisibleAsync());
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
    public async Task File_that_cannot_be_read_is_told_and_the_answer_before_is_gone()
    {
        var (page, code, pdf) = await OpenAsync(withScript: true);
        await page.GotoAsync($"/verify/{code}");
        await ChooseAsync(page, pdf);
        await page.GetByText("✓ This is the original file").WaitForAsync();

        // As where the file was moved, or is on a drive that was taken out.
        await page.EvaluateAsync("() => { Blob.prototype.arrayBuffer = () => new Promise((_, reject) => { window.fail = reject; }); }");
        await ChooseAsync(page, pdf);
        await page.WaitForFunctionAsync("() => window.fail");
        Assert.Equal("", await page.Locator("[data-check-answer]").InnerTextAsync());

        await page.EvaluateAsync("() => window.fail(new DOMException('Gone', 'NotFoundError'))");
        await page.GetByText("This file cannot be read.").WaitForAsync();
    }

    [Fact]
    public async Task What_is_found_late_is_not_said_of_a_file_chosen_since()
    {
        var (page, code, pdf) = await OpenAsync(withScript: true);
        await page.GotoAsync($"/verify/{code}");
        await page.EvaluateAsync(
            """
            () => {
              const read = Blob.prototype.arrayBuffer;
              Blob.prototype.arrayBuffer = function () {
                Blob.prototype.arrayBuffer = read;
                return new Promise((resolve) => { window.goOn = () => resolve(read.call(this)); });
              };
            }
            """);
        await ChooseAsync(page, pdf);
        await page.WaitForFunctionAsync("() => window.goOn");
        pdf[^20] ^= 1;
        await ChooseAsync(page, pdf);
        await page.GetByText("✗ This is not the original file").WaitForAsync();

        // The first check ends after its last promise, and the task that follows sees what it said.
        await page.EvaluateAsync("async () => { window.goOn(); await crypto.subtle.digest('SHA-256', new Uint8Array(9_000_000)); await new Promise((resolve) => setTimeout(resolve)); }");

        Assert.StartsWith("✗", await page.Locator("[data-check-answer]").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_scripts_the_hash_is_there_to_compare()
    {
        var (page, code, _) = await OpenAsync(withScript: false);

        await page.GotoAsync($"/verify/{code}");

        Assert.False(await page.Locator("[data-check-file]").IsVisibleAsync());
        Assert.True(await page.GetByText("SHA-256 of the certificate’s PDF file").IsVisibleAsync());
    }

    private static Task ChooseAsync(IPage page, byte[] pdf) =>
        page.Locator("#file-choice").SetInputFilesAsync(new FilePayload { Name = "certificate.pdf", MimeType = "application/pdf", Buffer = [.. pdf] });

    private async Task<(IPage Page, string Code, byte[] Pdf)> OpenAsync(bool withScript)
    {
        var learner = await Learner.CreateAsync(site);
        var claim = await learner.ClaimAllAsync("ACEP_1");
        JsonNode certificate = claim["certificates"]![0]!;
        var page = await learner.OpenAsync(withScript: withScript);
        var pdf = await Paper.GetAsync(page, $"/claimed/{(string)claim["claimId"]!}/{(string)certificate["certificateId"]!}/certificate.pdf");
        return (page, (string)certificate["code"]!, await pdf.BodyAsync());
    }
}
