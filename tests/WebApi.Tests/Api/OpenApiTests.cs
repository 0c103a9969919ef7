using System.Text.Json;
using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Api;

/// <summary>The OpenAPI document is complete: what is mapped is documented, and nothing of an operation is left out.</summary>
public sealed class OpenApiTests(TestNode node)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete"];

    [Fact]
    public async Task Documented_and_mapped_operations_are_the_same()
    {
        var documented = (await OperationsAsync()).Where(operation => operation.Path.StartsWith("/v1", StringComparison.Ordinal))
            .Select(operation => $"{operation.Method} {operation.Path}").Order();
        var mapped = new RouteTests(node).Routes().Select(route => $"{route.Method.Method.ToLowerInvariant()} {route.Pattern}").Order();

        Assert.Equal(mapped, documented);
    }

    [Fact]
    public async Task Every_operation_is_described_to_the_end()
    {
        var names = new HashSet<string>();
        foreach (var (path, method, operation) in await OperationsAsync())
        {
            var where = $"{method} {path}";
            Assert.True(names.Add(operation.GetProperty("operationId").GetString()!), where);
            Assert.False(string.IsNullOrWhiteSpace(operation.GetProperty("summary").GetString()), where);
            Assert.NotEmpty(operation.GetProperty("tags").EnumerateArray());
            if (path.StartsWith("/v1", StringComparison.Ordinal))
            {
                RequireComplete(where, path, operation);
            }
        }
    }

    [Fact]
    public async Task Amounts_are_plain_numbers_and_lists_say_what_they_hold()
    {
        var document = await DocumentAsync();

        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Equal("number", document.GetProperty("components").GetProperty("schemas").GetProperty("Credits").GetProperty("type").GetString());
        Assert.All(Objects(document), element =>
        {
            if (element.TryGetProperty("type", out var type))
            {
                Assert.NotEqual(JsonValueKind.Array, type.ValueKind);
                Assert.True(type.ValueKind is not JsonValueKind.String || type.GetString() != "array" || element.TryGetProperty("items", out _), element.ToString());
            }
        });
    }

    [Fact]
    public async Task Answers_without_a_body_are_documented_where_they_are_given()
    {
        foreach (var (path, method, operation) in await OperationsAsync())
        {
            var responses = operation.GetProperty("responses");
            var isPaper = path.EndsWith("/document", StringComparison.Ordinal);
            var isConditional = operation.TryGetProperty("parameters", out var parameters) && method == "get"
                && parameters.EnumerateArray().Any(parameter => parameter.GetProperty("name").GetString() == "If-None-Match");

            Assert.Equal(isPaper, responses.TryGetProperty("202", out _));
            Assert.Equal(isConditional, responses.TryGetProperty("304", out _));
        }
    }

    [Fact]
    public async Task Examples_fit_their_schemas()
    {
        var document = await DocumentAsync();
        var count = 0;
        foreach (var media in Objects(document).Where(element => element.TryGetProperty("schema", out _) && element.TryGetProperty("example", out _)))
        {
            OpenApiSchemas.RequireFits(document, media.GetProperty("schema"), media.GetProperty("example"), "");
            count++;
        }

        Assert.True(count > 40);
    }

    private static void RequireComplete(string where, string path, JsonElement operation)
    {
        Assert.False(string.IsNullOrWhiteSpace(operation.GetProperty("description").GetString()), where);
        var statuses = operation.GetProperty("responses").EnumerateObject().Select(response => response.Name).ToArray();
        Assert.Contains(statuses, status => status[0] == '2');
        Assert.Contains("400", statuses);
        Assert.Contains("404", statuses);
        Assert.Contains("429", statuses);
        Assert.Contains("500", statuses);
        Assert.Contains("503", statuses);
        Assert.Equal(path != "/v1/verifications/{code}", operation.TryGetProperty("security", out _));
        foreach (var response in operation.GetProperty("responses").EnumerateObject().Where(response => response.Value.TryGetProperty("content", out _)))
        {
            var media = response.Value.GetProperty("content").EnumerateObject().First();
            var isFile = media.Name == "application/pdf";
            Assert.True(isFile || media.Value.TryGetProperty("example", out _) || media.Value.TryGetProperty("examples", out _), $"{where} {response.Name}");
            Assert.Equal(response.Name[0] is '4' or '5', media.Name == "application/problem+json");
        }

        if (operation.TryGetProperty("requestBody", out var body))
        {
            Assert.True(body.GetProperty("content").GetProperty("application/json").TryGetProperty("example", out _), where);
            Assert.Contains("415", statuses);
        }

        foreach (var parameter in operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : [])
        {
            Assert.False(string.IsNullOrWhiteSpace(parameter.GetProperty("description").GetString()), $"{where} {parameter}");
        }
    }

    private async Task<JsonElement> DocumentAsync() => (await node.As("").GetAsync("/openapi/v1.json")).Require(200).Json;

    private async Task<(string Path, string Method, JsonElement Operation)[]> OperationsAsync() =>
        [.. (await DocumentAsync()).GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()
            .Where(method => Methods.Contains(method.Name))
            .Select(method => (path.Name, method.Name, method.Value)))];

    private static IEnumerable<JsonElement> Objects(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Where(property => property.Name is not ("example" or "examples" or "properties"))
            .SelectMany(property => Objects(property.Value))
            .Concat(element.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().SelectMany(property => Objects(property.Value)) : [])
            .Prepend(element),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
        _ => [],
    };
}
