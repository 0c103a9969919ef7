using CmeOrleans.Browser.Tests.Support;
using Microsoft.Playwright;

namespace CmeOrleans.Browser.Tests;

/// <summary>Forms that are sent after the session has ended: nothing is taken, and nothing that was typed is lost.</summary>
public sealed class EndedSessionTests(Site site)
{
    [Fact]
    public async Task What_was_typed_is_there_again_after_signing_in_and_is_taken_when_sent_again()
    {
        var learner = await Learner.CreateAsync(site, withCredits: false);
        var page = await learner.OpenAsync();
        await page.GotoAsync("/profile");
        await page.GetByLabel("Display name").FillAsync("Adaeze Okafor");
        await page.GetByLabel("My ABP MOC Part 2 credit").CheckAsync();
        await EndSessionAsync(page, learner);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

        await page.GetByRole(AriaRole.Heading, new() { Name = "You were signed out meanwhile" }).WaitForAsync();
        await Looks.TakeAsync(page, "session-ended");
        await SignInAsync(page, learner);

        await page.GetByRole(AriaRole.Heading, new() { Name = "This was not sent yet" }).WaitForAsync();
        await Looks.TakeAsync(page, "session-ended-filled-in");
        Assert.Equal("Adaeze Okafor", await page.GetByLabel("Display name").InputValueAsync());
        Assert.True(await page.GetByLabel("My ABP MOC Part 2 credit").IsCheckedAsync());
        Assert.Equal("Ada Okafor", (string)(await learner.GetAsync(""))["displayName"]!);

        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Your profile is saved" }).WaitForAsync();
        Assert.False(await page.Locator("[data-kept-notice]").IsVisibleAsync());
        Assert.Equal("Adaeze Okafor", (string)(await learner.GetAsync(""))["displayName"]!);
    }

    [Fact]
    public async Task A_claim_is_chosen_again_as_it_was_and_not_made_before_it_is_confirmed()
    {
        var learner = await Learner.CreateAsync(site);
        var page = await learner.OpenAsync();
        await page.GotoAsync("/claim");
        await page.GetByRole(AriaRole.Spinbutton, new() { Name = "Amount Syncope risk stratification" }).FillAsync("0.75");
        await page.Locator(".bar .btn-primary").ClickAsync();
        await page.Locator(".paper").First.WaitForAsync();
        await EndSessionAsync(page, learner);
        await page.GetByRole(AriaRole.Button, new() { Name = "Generate certificate" }).ClickAsync();
        await SignInAsync(page, learner);

        await page.GetByRole(AriaRole.Heading, new() { Name = "This was not sent yet" }).WaitForAsync();

        Assert.Equal("Claim 0.75 CME", await page.Locator(".bar .btn-primary").InnerTextAsync());
        Assert.Equal("0.75", await page.GetByRole(AriaRole.Spinbutton, new() { Name = "Amount Syncope risk stratification" }).InputValueAsync());
        Assert.Empty((await learner.GetAsync("/claims"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Who_is_signed_out_can_send_a_request_for_support_all_the_same()
    {
        var learner = await Learner.CreateAsync(site, withCredits: false);
        var page = await learner.OpenAsync();
        await page.GotoAsync("/support");
        await page.GetByLabel("How can we help?").FillAsync("Where is my certificate?");
        await page.GetByLabel("E-mail address").FillAsync("ada@example.org");
        await page.GetByLabel("Topic").SelectOptionAsync("certificates");
        await EndSessionAsync(page, learner);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send request" }).ClickAsync();

        await page.GetByRole(AriaRole.Heading, new() { Name = "Your request was not sent" }).WaitForAsync();
        await Looks.TakeAsync(page, "session-ended-support");
        Assert.Equal("Where is my certificate?", await page.GetByLabel("How can we help?").InputValueAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Send request" }).ClickAsync();

        await page.GetByRole(AriaRole.Heading, new() { Name = "Your request is with us" }).WaitForAsync();
    }

    [Fact]
    public async Task Nothing_that_was_typed_is_shown_to_somebody_else()
    {
        var learner = await Learner.CreateAsync(site, withCredits: false);
        var other = await Learner.CreateAsync(site, withCredits: false);
        var page = await learner.OpenAsync();
        await page.GotoAsync("/profile");
        await page.GetByLabel("Display name").FillAsync("Adaeze Okafor");
        await EndSessionAsync(page, learner);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await SignInAsync(page, other);

        await page.WaitForURLAsync("**/profile");

        Assert.Equal("Ada Okafor", await page.GetByLabel("Display name").InputValueAsync());
        Assert.Equal(0, await page.EvaluateAsync<int>("() => sessionStorage.length"));
    }

    private static Task EndSessionAsync(IPage page, Learner learner) => page.Context.ClearCookiesAsync(new() { Name = learner.SessionCookie.Name });

    private static async Task SignInAsync(IPage page, Learner learner)
    {
        await page.Locator("#email").FillAsync(learner.Email);
        await page.Locator("#password").FillAsync(Learner.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }
}
