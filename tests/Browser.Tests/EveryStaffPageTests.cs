using CmeOrleans.Browser.Tests.Support;
using CmeOrleans.WebApi.Pages.Shell;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CmeOrleans.Browser.Tests;

/// <summary>What holds for every page of providers and operators, in both colour schemes, on narrow and wide screens.</summary>
public sealed class EveryStaffPageTests(Site site)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    private static readonly string[] Parts = ["courses", "new-course", "provider", "providers", "operations"];

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task Pages_break_no_rule_of_accessibility_and_do_not_scroll_sideways(ColorScheme scheme, int width)
    {
        var (page, paths) = await OpenAsync(scheme, width);
        var titles = new HashSet<string>();
        foreach (var (path, number) in paths.Select((path, number) => (path, number)))
        {
            var answer = await page.GotoAsync(path);
            Assert.True(answer!.Ok, $"{path} answers {answer.Status}.");
            await Looks.TakeAsync(page, $"staff-{scheme}-{width}-{number}-{path.Trim('/').Split('/')[^1]}");

            var found = (await page.RunAxe(Rules)).Violations;
            Assert.True(found.Length == 0, $"{path}: {string.Join("; ", found.Select(rule => $"{rule.Id}: {rule.Nodes[0].Html}"))}");
            Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width, path);
            Assert.Equal(1, await page.Locator("h1").CountAsync());
            Assert.True(titles.Add(await page.TitleAsync()), path);
            Assert.True(await page.Locator(".btn-primary:visible").CountAsync() <= 1, $"{path} has more than one primary action.");
        }
    }

    [Fact]
    public async Task Menu_leads_to_pages_and_names_the_one_that_is_open()
    {
        var (page, _) = await OpenAsync(ColorScheme.Light, 1280);
        foreach (var link in await page.Locator(".side .links a").AllAsync())
        {
            var target = await link.GetAttributeAsync("href");
            Assert.True((await page.Context.APIRequest.GetAsync(target!)).Ok, target);
        }

        await page.GotoAsync("/operations/keys");
        Assert.Equal("API keys", await page.Locator(".side [aria-current=page]").InnerTextAsync());
    }

    [Fact]
    public async Task Every_page_names_the_operations_that_do_the_same()
    {
        var document = await site.Operator.SendAsync(HttpMethod.Get, "/openapi/v1.json", null);
        var operations = document["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject())
            .Select(operation => (string?)(operation.Value as System.Text.Json.Nodes.JsonObject)?["operationId"])
            .ToHashSet();
        var pages = site.Application.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageMetadata>() is not null)
            .Where(endpoint => Parts.Contains(endpoint.RoutePattern.RawText!.Trim('/').Split('/')[0]))
            .ToArray();

        Assert.True(pages.Length >= 16);
        Assert.All(pages, page =>
        {
            var pair = page.Metadata.GetMetadata<PagePair>();
            Assert.True(pair is { OperationIds.Count: > 0 }, $"{page.DisplayName} names no operation.");
            Assert.All(pair.OperationIds, operation => Assert.Contains(operation, operations));
        });
    }

    /// <summary>A window of an operator, and the addresses of all pages, of a course with entries and feedback.</summary>
    private async Task<(IPage Page, string[] Paths)> OpenAsync(ColorScheme scheme, int width)
    {
        var learner = await Learner.CreateAsync(site);
        var claimId = (string)(await learner.ClaimAllAsync("ACEP_1"))["claimId"]!;
        await site.Operator.SendAsync(HttpMethod.Post, $"/v1/learners/{learner.Id}/claims/{claimId}/evaluation", new
        {
            answers = new[] { new { questionId = "met-objectives", value = "5" }, new { questionId = "free-of-bias", value = "4" } },
            comment = "Well paced.\nMore cases, please.",
        });
        var keyId = (string)(await site.Operator.SendAsync(HttpMethod.Post, "/v1/api-keys", new { role = "provider", subject = "lakeside", name = "Lakeside systems" }))["id"]!;
        return (
            await Staff.OpenAsync(site, await Staff.KeyAsync(site, "operator", null), width, scheme: scheme),
            [
                "/operations", "/operations/trial-balance", "/operations/keys", $"/operations/keys/{keyId}/revoke", "/operations/audit",
                "/courses", "/courses/emergency", "/courses/emergency/edit", "/courses/emergency/ledger", "/courses/emergency/evaluations", "/new-course",
                "/providers/lakeside",
            ]);
    }
}
