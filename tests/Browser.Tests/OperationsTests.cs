using CmeOrleans.Browser.Tests.Support;
using Microsoft.Playwright;

namespace CmeOrleans.Browser.Tests;

/// <summary>An operator at work.</summary>
public sealed class OperationsTests(Site site)
{
    [Theory]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    public async Task Operator_issues_a_key_and_revokes_it(int width, bool withScript)
    {
        var page = await Staff.OpenAsync(site, await Staff.KeyAsync(site, "operator", null), width, withScript);
        await page.GotoAsync("/operations/keys");
        var name = $"Reports {Guid.NewGuid():N}";

        await page.GetByLabel("Role").SelectOptionAsync("provider");
        await page.GetByLabel("Bound to").FillAsync("lakeside");
        await page.GetByLabel("Name").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Issue the key" }).ClickAsync();
        await Looks.TakeAsync(page, $"key-issued-{width}");
        var key = await page.Locator("#key").InnerTextAsync();
        Assert.StartsWith("cme_", key, StringComparison.Ordinal);
        var window = await Staff.OpenAsync(site, key);
        Assert.Equal("Courses", await window.Locator("h1").InnerTextAsync());

        await page.GetByRole(AriaRole.Link, new() { Name = "I have copied it" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = $"Revoke {name}" }).ClickAsync();
        await Looks.TakeAsync(page, $"key-revoke-{width}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Revoke the key" }).ClickAsync();

        Assert.Contains("The key is revoked", await page.GetByRole(AriaRole.Status).InnerTextAsync(), StringComparison.Ordinal);
        await window.ReloadAsync();
        Assert.Equal("Sign in", await window.Locator("h1").InnerTextAsync());
    }

    [Fact]
    public async Task Menus_lead_to_pages_and_name_the_one_that_is_open()
    {
        var (_, providerKey) = await Staff.CreateProviderAsync(site);
        foreach (var key in (string[])[providerKey, await Staff.KeyAsync(site, "operator", null)])
        {
            var page = await Staff.OpenAsync(site, key);
            var links = await page.Locator(".side .links a").AllAsync();
            var targets = await Task.WhenAll(links.Select(link => link.GetAttributeAsync("href")));

            Assert.True(targets.Length >= 3);
            foreach (var target in targets)
            {
                Assert.True((await page.GotoAsync(target!))!.Ok, target);
                Assert.Equal(1, await page.Locator(".side [aria-current=page]").CountAsync());
            }
        }
    }
}
