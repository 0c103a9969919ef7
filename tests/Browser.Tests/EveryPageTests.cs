using CmeOrleans.Browser.Tests.Support;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CmeOrleans.Browser.Tests;

/// <summary>What holds for every page, in both colour schemes, on narrow and wide screens.</summary>
public sealed class EveryPageTests(Site site)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Pages_break_no_rule_of_accessibility(ColorScheme scheme, int width)
    {
        var (page, paths) = await OpenAsync(scheme, width);
        foreach (var path in paths)
        {
            await GoAsync(page, path);
            await Looks.TakeAsync(page, $"{scheme}-{width}-{path.Trim('/').Split('?')[0].Replace('/', '_')}");

            var found = (await page.RunAxe(Rules)).Violations;
            Assert.True(found.Length == 0, $"{path}: {string.Join("; ", found.Select(rule => $"{rule.Id}: {rule.Nodes[0].Html}"))}");
        }
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Pages_do_not_scroll_sideways(int width)
    {
        var (page, paths) = await OpenAsync(ColorScheme.Light, width);
        foreach (var path in paths)
        {
            await GoAsync(page, path);

            Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width, path);
        }
    }

    [Fact]
    public async Task Content_policy_allows_only_our_own_files_and_nothing_breaks_it()
    {
        var (page, paths) = await OpenAsync(ColorScheme.Dark, 1280);
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Add(message.Text);
            }
        };

        foreach (var path in paths)
        {
            var answer = await GoAsync(page, path);

            var policy = answer.Headers["content-security-policy"];
            Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("data:", policy, StringComparison.Ordinal);
            Assert.Equal("no-store", answer.Headers["cache-control"].Split(',').Select(part => part.Trim()).First(part => part == "no-store"));
        }

        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Headings_titles_and_the_menu_name_each_page()
    {
        var (page, paths) = await OpenAsync(ColorScheme.Light, 1280);
        var titles = new HashSet<string>();
        foreach (var path in paths)
        {
            await GoAsync(page, path);

            Assert.Equal(1, await page.Locator("h1").CountAsync());
            Assert.True(titles.Add(await page.TitleAsync()), path);
            Assert.True(await page.Locator(".btn-primary:visible").CountAsync() <= 1, $"{path} has more than one primary action.");
        }

        foreach (var link in await page.Locator(".side .links a").AllAsync())
        {
            var target = await link.GetAttributeAsync("href");
            Assert.True((await page.Context.APIRequest.GetAsync(target!)).Ok, target);
        }
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Pages_for_everybody_break_no_rule_of_accessibility(ColorScheme scheme)
    {
        var context = await site.Browser.NewContextAsync(new() { BaseURL = site.Address.ToString(), ColorScheme = scheme, ViewportSize = new() { Width = 320, Height = 700 } });
        var page = await context.NewPageAsync();
        foreach (var path in (string[])["/sign-in", "/register", "/verify", "/problems/not-found"])
        {
            await GoAsync(page, path);
            await Looks.TakeAsync(page, $"{scheme}-{path.Trim('/').Replace('/', '_')}");

            var found = (await page.RunAxe(Rules)).Violations;
            Assert.True(found.Length == 0, $"{path}: {string.Join("; ", found.Select(rule => $"{rule.Id}: {rule.Nodes[0].Html}"))}");
            Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= 320, path);
        }
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_sent_there_and_comes_back()
    {
        var context = await site.Browser.NewContextAsync(new() { BaseURL = site.Address.ToString() });
        var page = await context.NewPageAsync();

        await page.GotoAsync("/claim?type=ACEP_1");

        Assert.Equal("/sign-in?returnUrl=%2Fclaim%3Ftype%3DACEP_1", new Uri(page.Url).PathAndQuery);
    }

    private static async Task<IResponse> GoAsync(IPage page, string path)
    {
        var answer = await page.GotoAsync(path);
        Assert.True(answer!.Ok, $"{path} answers {answer.Status}.");
        return answer;
    }

    /// <summary>A window of a learner who has claimed one type and can claim others, and the addresses of all pages.</summary>
    private async Task<(IPage Page, string[] Paths)> OpenAsync(ColorScheme scheme, int width)
    {
        var learner = await Learner.CreateAsync(site);
        var claimId = (string)(await learner.ClaimAllAsync("ACEP_1"))["claimId"]!;
        return (
            await learner.OpenAsync(width, scheme: scheme),
            ["/", "/claim?select=all", "/claimed", $"/claimed/{claimId}", $"/claimed/{claimId}/evaluation", $"/claimed/{claimId}/success", "/transcript", "/profile", "/membership", "/support"]);
    }
}
