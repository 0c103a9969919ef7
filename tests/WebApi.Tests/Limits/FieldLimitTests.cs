using System.Text.Json.Nodes;
using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Limits;

/// <summary>How long texts, how many items and how large numbers may be, by table: what is just too much, then what is just right.</summary>
public sealed class FieldLimitTests(LimitScene scene) : IClassFixture<LimitScene>
{
    private const string EmailEnd = "@example.org";

    [Theory]
    [InlineData("provider", "/name", 200)]
    [InlineData("provider", "/address", 400)]
    [InlineData("provider", "/accreditationStatement", 2_000)]
    [InlineData("provider", "/signatory/name", 200)]
    [InlineData("provider", "/signatory/title", 200)]
    [InlineData("provider", "/jointProviders/0", 200)]
    [InlineData("course", "/title", 300)]
    [InlineData("course", "/location", 200)]
    [InlineData("course", "/offerings/0/exclusiveGroup", 64)]
    [InlineData("course", "/topics/0/topicId", 64)]
    [InlineData("course", "/topics/0/title", 300)]
    [InlineData("course", "/topics/0/tags/0", 64)]
    [InlineData("learner", "/displayName", 100)]
    [InlineData("learner", "/degrees", 60)]
    [InlineData("learner", "/email", 254)]
    [InlineData("learner", "/boardIds/abp", 20)]
    [InlineData("learner", "/boardIds/abim", 20)]
    [InlineData("licences", "/licences/0/number", 40)]
    [InlineData("api key", "/name", 100)]
    [InlineData("api key", "/subject", 64)]
    [InlineData("evaluation", "/answers/0/questionId", 64)]
    [InlineData("evaluation", "/answers/0/value", 1_000)]
    [InlineData("evaluation", "/comment", 4_000)]
    [InlineData("void", "/reason", 1_000)]
    [InlineData("reversal", "/reason", 1_000)]
    public Task Text_has_at_most_so_many_characters(string resource, string pointer, int lengthMax) =>
        RequireAsync(resource, pointer, accepted: () => Text(pointer, lengthMax), refused: () => Text(pointer, lengthMax + 1));

    [Theory]
    [InlineData("provider", "/acmeProviderId", 7)]
    [InlineData("course", "/parsActivityId", 9)]
    [InlineData("learner", "/boardIds/npi", 10)]
    public async Task Number_of_a_registry_has_so_many_digits(string resource, string pointer, int digits)
    {
        await RequireAsync(resource, pointer, accepted: () => new string('1', digits), refused: () => new string('1', digits - 1));
        await RequireAsync(resource, pointer, accepted: () => new string('1', digits), refused: () => new string('1', digits + 1));
    }

    [Theory]
    [InlineData("provider", "/jointProviders", 20)]
    [InlineData("course", "/topics", 1_000)]
    [InlineData("course", "/topics/0/tags", 20)]
    [InlineData("evaluation", "/answers", 100)]
    public Task List_has_at_most_so_many_items(string resource, string pointer, int countMax) =>
        RequireAsync(resource, pointer, accepted: () => List(pointer, countMax), refused: () => List(pointer, countMax + 1));

    [Theory]
    [InlineData("course", "/topics")]
    [InlineData("course", "/offerings")]
    public async Task Course_has_something_to_offer(string resource, string pointer)
    {
        var refused = await scene.SendAsync(resource, await scene.PathAsync(resource), pointer, new JsonArray());

        Assert.Contains(pointer, PointersOf(refused));
    }

    [Theory]
    [InlineData("course", "/claimWindowMonths", "1", "0")]
    [InlineData("course", "/claimWindowMonths", "120", "121")]
    [InlineData("course", "/repeatAfterMonths", "1", "0")]
    [InlineData("course", "/repeatAfterMonths", "120", "121")]
    [InlineData("course", "/passingScore", "0", "-0.01")]
    [InlineData("course", "/passingScore", "1000", "1000.01")]
    [InlineData("course", "/offerings/0/maximum", "0.25", "0")]
    [InlineData("course", "/offerings/0/maximum", "1000", "1000.25")]
    [InlineData("course", "/topics/0/credits/AMA_PRA_1", "0.25", "0")]
    [InlineData("course", "/topics/0/credits/AMA_PRA_1", "1000", "1000.25")]
    [InlineData("course", "/startsOn", "\"1900-01-01\"", "\"1899-12-31\"")]
    [InlineData("course", "/endsOn", "\"2200-12-31\"", "\"2201-01-01\"")]
    [InlineData("course", "/offerings/0/claimBy", "\"1900-01-01\"", "\"1899-12-31\"")]
    [InlineData("course", "/offerings/0/claimBy", "\"2200-12-31\"", "\"2201-01-01\"")]
    [InlineData("membership", "/startsOn", "\"1900-01-01\"", "\"1899-12-31\"")]
    [InlineData("membership", "/endsOn", "\"2200-12-31\"", "\"2201-01-01\"")]
    public Task Number_or_date_lies_between_its_bounds(string resource, string pointer, string accepted, string refused) =>
        RequireAsync(resource, pointer, () => JsonNode.Parse(accepted), () => JsonNode.Parse(refused));

    private static JsonNode Text(string pointer, int length) =>
        pointer == "/email" ? new string('n', length - EmailEnd.Length) + EmailEnd : new string('n', length);

    private static JsonArray List(string pointer, int count) => new([.. Enumerable.Range(1, count).Select(number => ItemOf(pointer, number))]);

    private static JsonNode ItemOf(string pointer, int number) => pointer switch
    {
        "/topics" => JsonNode.Parse($$"""{ "topicId": "t{{number}}", "title": "Topic {{number}}", "credits": { "AMA_PRA_1": 0.25 } }""")!,
        "/answers" => JsonNode.Parse($$"""{ "questionId": "q{{number}}", "value": "5" }""")!,
        _ => $"Item {number}",
    };

    private static string?[] PointersOf(Reply refused) =>
        [.. refused.RequireProblem(400, "invalid-request").Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString())];

    // What is refused goes first, since some things can be sent only once.
    private async Task RequireAsync(string resource, string pointer, Func<JsonNode?> accepted, Func<JsonNode?> refused)
    {
        var path = await scene.PathAsync(resource);

        Assert.Contains(pointer, PointersOf(await scene.SendAsync(resource, path, pointer, refused())));
        var reply = await scene.SendAsync(resource, path, pointer, accepted());
        Assert.True(reply.Status is 200 or 201, $"{resource} {pointer}: {reply.Status} {reply.BodyText}");
    }
}
