using CmeOrleans.Browser.Tests.Support;
using Microsoft.Playwright;

namespace CmeOrleans.Browser.Tests;

/// <summary>What the pages of a claim do when something is in its way.</summary>
public sealed class ClaimGuardsTests(Site site)
{
    private const string Sepsis = "Sepsis: recognition and early management";

    [Fact]
    public async Task Lapsed_membership_leaves_credits_counted_and_says_where_to_renew()
    {
        var learner = await Learner.CreateAsync(site, withMembership: false);
        var page = await learner.OpenAsync();

        await page.GotoAsync("/claim");

        await Looks.TakeAsync(page, "lapsed");
        Assert.Equal("/membership", await page.GetByRole(AriaRole.Link, new() { Name = "Renew your membership" }).GetAttributeAsync("href"));
        Assert.Contains(Learner.AmaTotal, await page.GetByRole(AriaRole.Main).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("input[type=checkbox]").CountAsync());
    }

    [Fact]
    public async Task Claim_made_in_another_window_between_preview_and_confirmation_is_told_and_nothing_is_claimed_twice()
    {
        var learner = await Learner.CreateAsync(site);
        var page = await learner.OpenAsync();
        await PreviewAllAsync(page);

        await learner.ClaimAllAsync("AMA_PRA_1");
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "Generate certificate" }).ClickAsync(), response => response.Url.EndsWith("/claim/confirm", StringComparison.Ordinal));

        await Looks.TakeAsync(page, "changed");
        Assert.Equal(409, answer.Status);
        var notice = await page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Something changed since your preview" }).InnerTextAsync();
        Assert.Contains("A claim was made in another window", notice, StringComparison.Ordinal);
        Assert.Contains("9 credits that you had chosen are no longer available", notice, StringComparison.Ordinal);
        Assert.Single((await learner.GetAsync("/claims"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Credit_added_between_preview_and_confirmation_leads_to_a_fresh_preview_with_what_was_chosen()
    {
        var learner = await Learner.CreateAsync(site, withCredits: false);
        await learner.EarnAsync([("emergency", "t0")]);
        var page = await learner.OpenAsync();
        await PreviewAllAsync(page);

        await learner.EarnAsync([("pediatric", "t1")]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Generate certificate" }).ClickAsync();

        Assert.Contains("A topic was completed", await page.GetByRole(AriaRole.Status).First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator(".paper").CountAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Generate certificate" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Skip", Exact = true }).ClickAsync();
        Assert.Contains("1.50", await page.GetByRole(AriaRole.Status).InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Double_click_and_a_repeated_form_make_one_claim()
    {
        var learner = await Learner.CreateAsync(site);
        var page = await learner.OpenAsync();
        await PreviewAllAsync(page);
        var fields = await page.EvaluateAsync<string>("() => new URLSearchParams(new FormData(document.querySelector('form[action=\"/claim/confirm\"]'))).toString()");

        await page.GetByRole(AriaRole.Button, new() { Name = "Generate certificate" }).DblClickAsync();
        await page.WaitForURLAsync("**/evaluation");
        var repeated = await page.Context.APIRequest.PostAsync("/claim/confirm", new()
        {
            Data = fields,
            Headers = new Dictionary<string, string> { ["Content-Type"] = "application/x-www-form-urlencoded" },
            MaxRedirects = 0,
        });

        Assert.Equal(303, repeated.Status);
        Assert.EndsWith(repeated.Headers["location"], page.Url, StringComparison.Ordinal);
        Assert.Single((await learner.GetAsync("/claims"))["items"]!.AsArray());
    }

    [Theory]
    [InlineData("9", "at most 1.50 is available")]
    [InlineData("0.30", "claim in steps of 0.25")]
    [InlineData("0", "enter more than zero")]
    [InlineData("", "enter an amount such as 1.50")]
    public async Task Amount_that_cannot_be_claimed_comes_back_with_what_was_typed(string typed, string message)
    {
        var learner = await Learner.CreateAsync(site);
        var page = await learner.OpenAsync();
        await page.GotoAsync("/claim");
        var amount = page.GetByRole(AriaRole.Spinbutton, new() { Name = $"Amount {Sepsis}" });

        await amount.FillAsync(typed);
        await page.GetByRole(AriaRole.Checkbox, new() { Name = Sepsis }).CheckAsync();
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.Locator(".bar .btn-primary").ClickAsync(), response => response.Url.EndsWith("/claim/preview", StringComparison.Ordinal));

        await Looks.TakeAsync(page, $"wrong-{typed}");
        Assert.Equal(422, answer.Status);
        Assert.StartsWith("Error: ", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal("true", await amount.GetAttributeAsync("aria-invalid"));
        Assert.Equal(typed, await amount.InputValueAsync());
        var link = page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link, new() { Name = message });
        await link.ClickAsync();
        await Assertions.Expect(amount).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Nothing_chosen_is_said_and_not_claimed()
    {
        var learner = await Learner.CreateAsync(site);
        var page = await learner.OpenAsync();
        await page.GotoAsync("/claim");

        await page.Locator(".bar .btn-primary").ClickAsync();

        Assert.Contains("Choose at least one credit.", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_is_changed_on_the_way_and_nothing_chosen_is_lost()
    {
        var learner = await Learner.CreateAsync(site);
        var page = await learner.OpenAsync();
        await page.GotoAsync("/claim");
        await page.GetByRole(AriaRole.Spinbutton, new() { Name = $"Amount {Sepsis}" }).FillAsync("0.75");
        await page.Locator(".bar .btn-primary").ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Change display name" }).ClickAsync();
        await page.GetByLabel("Display name").FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and return to the preview" }).ClickAsync();
        Assert.Contains("Enter the name", await page.GetByRole(AriaRole.Alert).InnerTextAsync(), StringComparison.Ordinal);
        await page.GetByLabel("Display name").FillAsync("Adaeze Okafor");
        await Looks.TakeAsync(page, "name");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and return to the preview" }).ClickAsync();

        var paper = await page.Locator(".paper").InnerTextAsync();
        Assert.Contains("Adaeze Okafor, MD", paper, StringComparison.Ordinal);
        Assert.Contains("0.75", paper, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        Assert.Equal("0.75", await page.GetByRole(AriaRole.Spinbutton, new() { Name = $"Amount {Sepsis}" }).InputValueAsync());
        Assert.Equal("Claim 0.75 CME", await page.Locator(".bar .btn-primary").InnerTextAsync());
    }

    [Fact]
    public async Task Somebody_elses_claim_is_not_found()
    {
        var owner = await Learner.CreateAsync(site);
        var claim = await owner.ClaimAllAsync("AMA_PRA_1");
        var page = await (await Learner.CreateAsync(site)).OpenAsync();
        var claimId = (string)claim["claimId"]!;
        var certificateId = (string)claim["certificates"]![0]!["certificateId"]!;

        foreach (var path in (string[])["", "/evaluation", "/success", "/certificates.pdf", $"/{certificateId}/certificate.pdf", $"/{certificateId}/board-evidence/abp"])
        {
            var answer = await page.GotoAsync($"/claimed/{claimId}{path}");

            Assert.Equal(404, answer!.Status);
            Assert.Equal("Page not found", await page.Locator("h1").InnerTextAsync());
        }
    }

    [Fact]
    public async Task Form_without_its_token_is_refused()
    {
        var page = await (await Learner.CreateAsync(site)).OpenAsync();

        var answer = await page.Context.APIRequest.PostAsync("/claim/preview", new() { Form = page.Context.APIRequest.CreateFormData().Set("type", "AMA_PRA_1") });

        Assert.Equal(400, answer.Status);
    }

    private static async Task PreviewAllAsync(IPage page)
    {
        await page.GotoAsync("/claim?select=all");
        await page.Locator(".bar .btn-primary").ClickAsync();
        await page.Locator(".paper").First.WaitForAsync();
    }
}
