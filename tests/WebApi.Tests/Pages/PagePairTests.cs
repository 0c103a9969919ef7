using CmeOrleans.WebApi.Pages.Shell;
using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Pages;

/// <summary>Whatever a person can do on a page, a program can do over the API; where it cannot, the page says why.</summary>
public sealed class PagePairTests(TestNode node)
{
    private const int ReasonLengthMin = 30;

    [Fact]
    public async Task Every_page_names_the_operations_that_do_the_same_or_why_there_are_none()
    {
        var document = (await node.As("").GetAsync("/openapi/v1.json")).Require(200).Json;
        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject())
            .Where(method => method.Value.TryGetProperty("operationId", out _))
            .Select(method => method.Value.GetProperty("operationId").GetString())
            .ToHashSet();

        var pages = SitePages.Of(node);

        Assert.True(pages.Count >= 50);
        Assert.True(pages.Count(page => page.Method == HttpMethod.Post) >= 15);
        Assert.All(pages, page =>
        {
            var pair = page.Endpoint.Metadata.GetMetadata<PagePair>();
            var alone = page.Endpoint.Metadata.GetMetadata<PageWithoutPair>();
            Assert.True(pair is null != alone is null, $"{page.Method} {page.Pattern} has either operations or a reason to have none.");
            Assert.True(alone is null || alone.Reason.Length >= ReasonLengthMin, $"{page.Method} {page.Pattern} gives no reason.");
            Assert.All(pair?.OperationIds ?? [], operation => Assert.Contains(operation, operations));
            Assert.True(pair is null || pair.OperationIds.Count > 0, $"{page.Method} {page.Pattern} names no operation.");
        });
    }
}
