using System.Text.Json.Nodes;
using CmeOrleans.Browser.Tests.Support;
using Microsoft.Playwright;

namespace CmeOrleans.Browser.Tests;

/// <summary>The copy of a certificate for a board, from the page of the claim.</summary>
public sealed class BoardEvidenceTests(Site site)
{
    private const string Pediatrics = "Copy for the American Board of Pediatrics";
    private const string InternalMedicine = "Copy for the American Board of Internal Medicine";

    [Fact]
    public async Task Copies_are_offered_for_the_boards_that_the_profile_knows_until_the_claim_is_void()
    {
        var learner = await Learner.CreateAsync(site);
        var claim = await learner.ClaimAllAsync("AMA_PRA_1");
        var page = await learner.OpenAsync();

        Assert.Equal((0, 0), await CountAsync(page, claim));

        await site.Operator.SendAsync(
            HttpMethod.Put, $"/v1/learners/{learner.Id}", new { displayName = "Ada Okafor", profession = "physicianMd", boardIds = new { abp = "123456" } });
        Assert.Equal((claim["certificates"]!.AsArray().Count, 0), await CountAsync(page, claim));
        await Looks.TakeAsync(page, "claim-board-evidence");
        var address = await page.GetByRole(AriaRole.Link, new() { Name = Pediatrics }).First.GetAttributeAsync("href");
        var copy = await page.Context.APIRequest.GetAsync(address!);

        Assert.Equal((200, "application/pdf", "no-store"), (copy.Status, copy.Headers["content-type"], copy.Headers["cache-control"]));
        Assert.StartsWith("inline", copy.Headers["content-disposition"], StringComparison.Ordinal);

        await site.Operator.SendAsync(HttpMethod.Post, $"/v1/learners/{learner.Id}/claims/{(string)claim["claimId"]!}/void", new { reason = "wrong type" });
        Assert.Equal((0, 0), await CountAsync(page, claim));
        Assert.Equal(422, (await page.Context.APIRequest.GetAsync(address!)).Status);
    }

    private static async Task<(int Pediatrics, int InternalMedicine)> CountAsync(IPage page, JsonNode claim)
    {
        await page.GotoAsync($"/claimed/{(string)claim["claimId"]!}");
        return (
            await page.GetByRole(AriaRole.Link, new() { Name = Pediatrics }).CountAsync(),
            await page.GetByRole(AriaRole.Link, new() { Name = InternalMedicine }).CountAsync());
    }
}
