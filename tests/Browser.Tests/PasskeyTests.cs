using System.Net;
using CmeOrleans.Browser.Tests.Support;
using Microsoft.Playwright;

namespace CmeOrleans.Browser.Tests;

/// <summary>Passkeys from end to end, with the browser's own virtual authenticator as the device.</summary>
public sealed class PasskeyTests(Site site)
{
    [Fact]
    public async Task A_passkey_is_made_signs_in_is_renamed_and_no_longer_lets_in_once_removed()
    {
        var learner = await Learner.CreateAsync(site, withCredits: false);
        var page = await learner.OpenAsync(withScript: true);
        await Passkeys.AddDeviceAsync(page);

        await page.GotoAsync(Passkeys.Path);
        await Passkeys.MakeAsync(page, "Phone");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Phone" }).WaitForAsync();
        await Looks.TakeAsync(page, "passkeys");

        await SignOutAsync(page);
        await page.GotoAsync("/sign-in?returnUrl=%2Ftranscript");
        await SignInAsync(page);
        await page.WaitForURLAsync("**/transcript");

        await page.GotoAsync(Passkeys.Path);
        await page.Locator("section input[name=name]").FillAsync("Work laptop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Rename" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Work laptop" }).WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Remove" }).ClickAsync();
        await page.GetByLabel("Your password").FillAsync("wrong password here");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the passkey" }).ClickAsync();
        await page.Locator("#password-error").WaitForAsync();
        await page.GetByLabel("Your password").FillAsync(Learner.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the passkey" }).ClickAsync();
        await page.GetByText("You have no passkeys.").WaitForAsync();
        await site.MailAsync(learner.Email, "A passkey of your account was removed");

        await SignOutAsync(page);
        await page.GotoAsync("/sign-in");
        await SignInAsync(page);
        await page.GetByRole(AriaRole.Heading, new() { Name = "The passkey does not sign you in" }).WaitForAsync();
        await page.GotoAsync("/");
        Assert.StartsWith("/sign-in", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_device_makes_one_passkey_for_an_account_and_says_so()
    {
        var learner = await Learner.CreateAsync(site, withCredits: false);
        var page = await learner.OpenAsync(withScript: true);
        await Passkeys.AddDeviceAsync(page);
        await page.GotoAsync(Passkeys.Path);
        await Passkeys.MakeAsync(page, "Phone");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Phone" }).WaitForAsync();

        await Passkeys.MakeAsync(page, "Phone again");

        await page.GetByText("This device has a passkey of yours already.").WaitForAsync();
    }

    [Fact]
    public async Task Making_a_passkey_ends_other_sessions()
    {
        var learner = await Learner.CreateAsync(site, withCredits: false);
        var other = await learner.OpenAsync();
        var page = await learner.OpenAsync(withScript: true);
        await Passkeys.AddDeviceAsync(page);
        await page.GotoAsync(Passkeys.Path);
        await Passkeys.MakeAsync(page, "Phone");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Phone" }).WaitForAsync();

        await other.GotoAsync("/account");

        Assert.Equal("/sign-in", new Uri(other.Url).AbsolutePath);
    }

    [Fact]
    public async Task Without_scripts_there_is_no_button()
    {
        var learner = await Learner.CreateAsync(site, withCredits: false);
        var page = await learner.OpenAsync(withScript: false);

        await page.GotoAsync(Passkeys.Path);

        Assert.False(await page.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }).IsVisibleAsync());
        Assert.True(await page.GetByText("Passkeys need a browser that knows them").IsVisibleAsync());
        await page.GotoAsync("/sign-out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GotoAsync("/sign-in");
        Assert.False(await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).IsVisibleAsync());
    }

    [Fact]
    public async Task A_session_alone_makes_no_passkey_and_its_owner_hears_of_one()
    {
        var learner = await Learner.CreateAsync(site, withCredits: false);
        var page = await learner.OpenAsync(withScript: true);
        await Passkeys.AddDeviceAsync(page);
        await page.GotoAsync(Passkeys.Path);

        await Passkeys.MakeAsync(page, "Phone of a thief", "wrong password here");

        await page.Locator("#password-error").WaitForAsync();
        Assert.Equal("Phone of a thief", await page.Locator("#name").InputValueAsync());
        Assert.True(await page.GetByText("You have no passkeys.").IsVisibleAsync());
        await Looks.TakeAsync(page, "passkeys-unconfirmed");

        await Passkeys.MakeAsync(page, "Phone");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Phone" }).WaitForAsync();
        await site.MailAsync(learner.Email, "A passkey was made for your account");
    }

    [Fact]
    public async Task A_recorded_answer_does_not_sign_in_again()
    {
        var learner = await Learner.CreateAsync(site, withCredits: false);
        var page = await learner.OpenAsync(withScript: true);
        await Passkeys.AddDeviceAsync(page);
        await page.GotoAsync(Passkeys.Path);
        await Passkeys.MakeAsync(page, "Phone");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Phone" }).WaitForAsync();
        await SignOutAsync(page);
        await page.GotoAsync("/sign-in");
        var sent = await page.RunAndWaitForRequestAsync(() => SignInAsync(page), request => request.Method == "POST");
        var cookies = await sent.HeaderValueAsync("cookie");
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/");

        using var handler = new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false };
        using var thief = new HttpClient(handler);
        using var again = new HttpRequestMessage(HttpMethod.Post, sent.Url);
        again.Headers.Add("Cookie", cookies);
        again.Content = new StringContent(sent.PostData!, null, "application/x-www-form-urlencoded");
        using var answer = await thief.SendAsync(again, TestContext.Current.CancellationToken);

        Assert.Contains("__Host-cme-passkey-sign-in=", cookies, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.DoesNotContain(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.Contains("session", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_device_is_asked_once_the_form_is_filled_in()
    {
        var learner = await Learner.CreateAsync(site, withCredits: false);
        var page = await learner.OpenAsync(withScript: true);
        await Passkeys.AddDeviceAsync(page);
        await page.GotoAsync(Passkeys.Path);
        await page.EvaluateAsync("() => { navigator.credentials.create = () => { document.body.dataset.asked = ''; return Promise.reject(new Error()); }; }");

        await Passkeys.MakeAsync(page, "");
        Assert.Equal(0, await page.Locator("body[data-asked]").CountAsync());

        await Passkeys.MakeAsync(page, "Phone");
        await page.Locator("body[data-asked]").WaitForAsync();
    }

    [Fact]
    public async Task Browser_that_knows_no_passkeys_says_so()
    {
        var learner = await Learner.CreateAsync(site, withCredits: false);
        var page = await learner.OpenAsync(withScript: true);
        await page.AddInitScriptAsync("delete PublicKeyCredential.parseCreationOptionsFromJSON;");

        await page.GotoAsync(Passkeys.Path);

        await page.GetByText("Passkeys need a browser that knows them").WaitForAsync();
        Assert.False(await page.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }).IsVisibleAsync());
    }

    private static async Task SignInAsync(IPage page) => await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();

    private static async Task SignOutAsync(IPage page)
    {
        await page.GotoAsync("/sign-out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.WaitForURLAsync("**/sign-in");
    }
}
