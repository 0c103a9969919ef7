using System.Text.Json.Nodes;
using CmeOrleans.Browser.Tests.Support;
using CmeOrleans.WebApi.Pages.Shell;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CmeOrleans.Browser.Tests;

/// <summary>Whatever a person can do on a page, a program can do over the API.</summary>
public sealed class PagePairTests(Site site)
{
    private static readonly string[] Parts = ["claim", "claimed", "transcript", "transcript.csv", "profile"];

    [Fact]
    public async Task Every_page_of_a_learner_names_the_operations_that_do_the_same()
    {
        var document = await site.Operator.SendAsync(HttpMethod.Get, "/openapi/v1.json", null);
        var operations = document["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject())
            .Select(operation => (string?)(operation.Value as JsonObject)?["operationId"])
            .ToHashSet();
        var pages = site.Application.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageMetadata>() is not null)
            .Where(endpoint => endpoint.RoutePattern.RawText!.Trim('/') is var path && (path.Length == 0 || Parts.Contains(path.Split('/')[0])))
            .ToArray();

        Assert.True(pages.Length >= 15);
        Assert.All(pages, page =>
        {
            var pair = page.Metadata.GetMetadata<PagePair>();
            Assert.True(pair is { OperationIds.Count: > 0 }, $"{page.DisplayName} names no operation.");
            Assert.All(pair.OperationIds, operation => Assert.Contains(operation, operations));
        });
    }
}
