using CmeOrleans.WebApi.Pages.Shell;
using CmeOrleans.WebApi.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CmeOrleans.WebApi.Tests.Pages;

/// <summary>The pages of the web app as the node has mapped them, so that a new one is in every test.</summary>
internal static class SitePages
{
    public static IReadOnlyList<(HttpMethod Method, string Pattern, RouteEndpoint Endpoint)> Of(TestNode node) =>
    [
        .. node.Application.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageMetadata>() is not null)
            .Select(endpoint => (
                HttpMethod.Parse(endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods[0]),
                "/" + endpoint.RoutePattern.RawText!.Trim('/'),
                endpoint))
            .DistinctBy(page => (page.Item1, page.Item2)),
    ];
}
