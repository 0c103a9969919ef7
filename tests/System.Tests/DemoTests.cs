using System.ComponentModel;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CmeOrleans.PaperTools;
using CmeOrleans.System.Tests.Support;

namespace CmeOrleans.System.Tests;

/// <summary>What the first page of the documentation has people start.</summary>
/// <remarks>
/// The demo promises the same data wherever and however often it is started. New in each folder, and the same there ever after,
/// are the ids of licences, credits, earnings, claims and certificates, the codes of certificates, which nobody may guess, and
/// when a row was stored. Where lists are in the order of these ids, they are compared in another.
/// </remarks>
public sealed partial class DemoTests
{
    private const int LearnersCount = 50;

    private static readonly string[] NewInEachFolder = ["licenceId", "creditId", "earningId", "claimId", "certificateId", "code", "claimedAt"];

    [Fact]
    public async Task A_second_start_changes_nothing()
    {
        using var installation = Installation.OnSqlite();
        SortedDictionary<string, JsonNode> first;
        await using (var demo = await DemoProcess.StartAsync(installation))
        {
            first = await ReadAsync(demo.Client);
        }

        await using var again = await DemoProcess.StartAsync(installation);
        var second = await ReadAsync(again.Client);

        Assert.Equal(first.Keys, second.Keys);
        Assert.All(first, item => Assert.Equal(item.Value.ToJsonString(), second[item.Key].ToJsonString()));
        var balance = await again.Client.GetJsonAsync("/v1/trial-balance");
        Assert.True((bool)balance["balanced"]!);
        Assert.NotEmpty(balance["totals"]!.AsArray());
    }

    [Fact]
    public async Task Two_fresh_demos_serve_the_same_data_and_print_a_request_that_works()
    {
        using var here = Installation.OnSqlite();
        using var there = Installation.OnSqlite();
        await using var demo = await DemoProcess.StartAsync(here);
        await using var other = await DemoProcess.StartAsync(there);

        var data = await ReadAsync(demo.Client);
        var otherData = await ReadAsync(other.Client);

        Assert.Equal(data.Keys, otherData.Keys);
        Assert.All(data, item => Assert.Equal(Comparable(item.Value), Comparable(otherData[item.Key])));
        var paper = await ReadPaperAsync(demo.Client);
        Assert.Contains("Ben Alvarez, MD, MPH", paper);
        Assert.Equal(paper, await ReadPaperAsync(other.Client));

        var answer = await SendPrintedRequestAsync(demo, here.Folder);
        Assert.True(answer["balances"] is not null, answer.ToJsonString());
        Assert.Equal("AMA_PRA_1", (string?)answer["balances"]!.AsArray().Single(balance => (decimal)balance!["claimed"]! > 0)!["creditType"]);
    }

    /// <summary>What the demo serves, by path, once it is known to be as much as it says.</summary>
    private static async Task<SortedDictionary<string, JsonNode>> ReadAsync(HttpClient client)
    {
        var data = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        Assert.Equal(2, (await AddAsync("/v1/providers"))["items"]!.AsArray().Count);
        var courses = (await AddAsync("/v1/courses"))["items"]!.AsArray();
        Assert.Equal(3, courses.Count);
        foreach (var course in courses)
        {
            await AddAsync($"/v1/courses/{course!["courseId"]}/balance");
        }

        for (var number = 1; number <= LearnersCount; number++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"/v1/learners/learner-{number:00}");
            await AddAsync(path);
            await AddAsync($"{path}/membership");
            await AddAsync($"{path}/licences");
            await AddAsync($"{path}/balance");
            await AddAsync($"{path}/credits?limit=200");
            await AddAsync($"{path}/claims?limit=200");
        }

        foreach (var number in new[] { 0, LearnersCount + 1 })
        {
            using var nobody = await client.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/v1/learners/learner-{number:00}"));
            Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
        }

        return data;

        async Task<JsonNode> AddAsync(string path) => data[path] = await client.GetJsonAsync(path);
    }

    private static string Comparable(JsonNode node) => WithoutNew(node)!.ToJsonString();

    private static JsonNode? WithoutNew(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields
            .Where(field => !NewInEachFolder.Contains(field.Key))
            .Select(field => KeyValuePair.Create(field.Key, WithoutNew(field.Value)))),
        JsonArray items => new JsonArray([.. items.Select(WithoutNew).OrderBy(item => item!.ToJsonString(), StringComparer.Ordinal)]),
        _ => node?.DeepClone(),
    };

    /// <summary>The lines of a learner's certificates, without ids, hashes, codes and the day on which they were issued.</summary>
    private static async Task<IReadOnlyList<string>> ReadPaperAsync(HttpClient client)
    {
        var claims = await client.GetJsonAsync("/v1/learners/learner-02/claims");
        var path = $"/v1/learners/learner-02/claims/{claims["items"]![0]!["claimId"]}/document";
        byte[] pdf = [];
        await Eventually.SucceedsAsync(async () =>
        {
            using var answer = await client.GetAsync(path);
            pdf = await answer.Content.ReadAsByteArrayAsync();
            return answer.StatusCode == HttpStatusCode.OK;
        });
        var text = Poppler.Run("pdftotext", pdf, Poppler.FilePlace, "-").Text;
        return [.. NewOnPaper().Replace(text, "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
    }

    /// <summary>As somebody would who copies the line into a terminal; where curl is missing, what curl would send.</summary>
    private static async Task<JsonNode> SendPrintedRequestAsync(DemoProcess demo, string folder)
    {
        var request = demo.Output.Split('\n').Select(line => PrintedRequest().Match(line)).Single(match => match.Success);
        try
        {
            var (exitCode, printed, errors) = await Tool.RunAsync("curl", "curl", folder, "--version");
            Assert.True(exitCode == 0, errors);
            (exitCode, printed, errors) = await Tool.RunAsync("sh", "dash", folder, "-c", request.Value);
            Assert.True(exitCode == 0, errors);
            return JsonNode.Parse(printed)!;
        }
        catch (InvalidOperationException exception) when (exception.InnerException is Win32Exception)
        {
            using var client = new HttpClient();
            client.DefaultRequestHeaders.Add(request.Groups["name"].Value, request.Groups["value"].Value);
            return await client.GetJsonAsync(request.Groups["url"].Value);
        }
    }

    [GeneratedRegex("Issued [A-Z][a-z]+ [0-9]+, [0-9]{4}|crt_[0-9a-f-]{36}|hash( [0-9a-f]{4}){4}|[0-9A-Z]{5}(-[0-9A-Z]{5,6}){4}")]
    private static partial Regex NewOnPaper();

    [GeneratedRegex("""(?<=^ *)curl -H "(?<name>[A-Za-z-]+): (?<value>[^"]+)" (?<url>http://[^ ]+)$""")]
    private static partial Regex PrintedRequest();
}
