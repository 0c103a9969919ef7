using CmeOrleans.Browser.Tests.Support;
using Microsoft.Playwright;

namespace CmeOrleans.Browser.Tests;

/// <summary>The way of a claim as the instructions for learners describe it, step by step.</summary>
public sealed class ClaimFlowTests(Site site)
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    [InlineData(1280, false)]
    public async Task Everything_earned_is_claimed_step_by_step(int width, bool withScript)
    {
        var learner = await Learner.CreateAsync(site);
        var page = await learner.OpenAsync(width, withScript: withScript);
        var look = $"{width}{(withScript ? "" : "-unscripted")}";

        await page.GotoAsync("/");
        await Looks.TakeAsync(page, $"dashboard-{look}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Claim CME credits" }).Last.ClickAsync();
        await Looks.TakeAsync(page, $"choose-{look}");
        Assert.Equal("AMA_PRA_1", await page.GetByLabel("CME Type").InputValueAsync());

        await page.GetByLabel("Select all credits").CheckAsync();
        if (!withScript)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Update total" }).ClickAsync();
        }

        await Looks.TakeAsync(page, $"chosen-{look}");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Claim {Learner.AmaTotal} CME" }).ClickAsync();
        await Looks.TakeAsync(page, $"preview-{look}");
        Assert.Equal(3, await page.Locator(".paper").CountAsync());
        Assert.Contains("Ada Okafor, MD", await page.Locator(".paper").First.InnerTextAsync(), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = "Generate certificate" }).ClickAsync();
        await Looks.TakeAsync(page, $"feedback-{look}");
        await page.GetByRole(AriaRole.Group, new() { Name = "The content met its stated objectives." }).GetByLabel("Strongly agree").CheckAsync();
        await page.GetByLabel("What should we know?").FillAsync("Well paced.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Submit" }).ClickAsync();

        await Looks.TakeAsync(page, $"success-{look}");
        Assert.Equal("Success!", await page.GetByRole(AriaRole.Status).Locator("h1").InnerTextAsync());
        Assert.Contains(Learner.AmaTotal, await page.GetByRole(AriaRole.Status).InnerTextAsync(), StringComparison.Ordinal);
        var pdf = await Paper.GetAsync(page, (await page.GetByRole(AriaRole.Link, new() { Name = "Download" }).GetAttributeAsync("href"))!);
        Assert.Equal("application/pdf", pdf.Headers["content-type"]);
        Assert.StartsWith("attachment", pdf.Headers["content-disposition"], StringComparison.Ordinal);

        await page.GotoAsync("/claimed");
        await Looks.TakeAsync(page, $"claimed-{look}");
        Assert.Equal(Learner.AmaTotal, ((decimal)(await learner.GetAsync("/claims"))["items"]![0]!["total"]!).ToString("0.00", null));
        await page.Context.CloseAsync();
    }
}
