using System.Collections.Concurrent;
using CmeOrleans.Browser.Tests.Support;
using Microsoft.Playwright;

namespace CmeOrleans.Browser.Tests;

/// <summary>What holds for every page, in both colour schemes, on narrow and wide screens.</summary>
public sealed class EveryPageTests(Site site)
{
    private const int WideWidth = 1280;

    // What WCAG asks a page to flow into, so narrower than any phone.
    private const int NarrowWidth = 320;

    // The last one stays until the next page, so what is pressed on the way is pressed where room is scarce.
    private static readonly (ColorScheme Scheme, int Width)[] Views = [(ColorScheme.Light, WideWidth), (ColorScheme.Dark, WideWidth), (ColorScheme.Light, NarrowWidth)];

    [Fact]
    public async Task Pages_break_no_rule_of_accessibility_and_do_not_scroll_sideways_and_none_is_left_out()
    {
        var findings = new ConcurrentQueue<string>();
        var unseen = await new Tour(site, OpenAsync, LookAsync).WalkAsync();

        Assert.True(findings.IsEmpty && unseen.Count == 0, string.Join(Environment.NewLine, findings.Concat(unseen.Select(pattern => $"{pattern} is not on the tour."))));

        async Task LookAsync(IPage page, string name)
        {
            await Axe.LoadAsync(page);
            foreach (var (scheme, width) in Views)
            {
                await page.SetViewportSizeAsync(width, 800);
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                foreach (var finding in await FindAsync(page, width))
                {
                    findings.Enqueue($"{name}, {scheme}, {width} wide: {finding}");
                }

                await Looks.TakeAsync(page, $"{scheme}-{width}-{name}");
            }
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

    [Fact]
    public async Task Who_is_not_signed_in_is_sent_there_and_comes_back()
    {
        var context = await site.Browser.NewContextAsync(new() { BaseURL = site.Address.ToString() });
        var page = await context.NewPageAsync();

        await page.GotoAsync("/claim?type=ACEP_1");

        Assert.Equal("/sign-in?returnUrl=%2Fclaim%3Ftype%3DACEP_1", new Uri(page.Url).PathAndQuery);
    }

    private static async Task<List<string>> FindAsync(IPage page, int width)
    {
        var findings = new List<string>(await Axe.FindBrokenAsync(page));
        if (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") > width)
        {
            findings.Add("scrolls sideways.");
        }

        if (await page.Locator("h1").CountAsync() != 1)
        {
            findings.Add("has not one heading.");
        }

        if (await page.Locator("main .btn-primary:visible").CountAsync() > 1)
        {
            findings.Add("has more than one primary action.");
        }

        return findings;
    }

    /// <summary>Without movement, since colours are looked at the moment after they change.</summary>
    private async Task<IPage> OpenAsync(Cookie[] cookies)
    {
        var context = await site.Browser.NewContextAsync(new() { BaseURL = site.Address.ToString(), ReducedMotion = ReducedMotion.Reduce });
        await context.AddCookiesAsync(cookies);
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
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
