using System.Text;
using CmeOrleans.WebApi.Json;
using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Limits;

/// <summary>How large a request may be, whatever it asks for: on both sides of each bound.</summary>
public sealed class RequestLimitTests(TestNode node)
{
    private const int WebhookBytesMax = 256 * 1024;
    private const int BatchItemsMax = 1_000;
    private const int LinesMax = 500;
    private const int LinesReadMax = 10_000;
    private const int ErrorsMax = 100;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_has_at_most_so_many_bytes_whether_its_length_is_told_or_not(bool isLengthTold)
    {
        const string request = """{ "creditType": "AMA_PRA_1", "all": true }""";

        Assert.Equal(404, await PostAsync("/v1/learners/nobody/claims/preview", request, JsonBody.BytesMax, isLengthTold));
        Assert.Equal(413, await PostAsync("/v1/learners/nobody/claims/preview", request, JsonBody.BytesMax + 1, isLengthTold));
        Assert.Equal(200, await PostAsync("/v1/earnings/batch", """{ "items": [{ "key": "k" }] }""", JsonBody.BatchBytesMax, isLengthTold));
        Assert.Equal(413, await PostAsync("/v1/earnings/batch", """{ "items": [{ "key": "k" }] }""", JsonBody.BatchBytesMax + 1, isLengthTold));
        Assert.Equal(400, await PostAsync("/webhooks/stripe", "{}", WebhookBytesMax, isLengthTold));
        Assert.Equal(413, await PostAsync("/webhooks/stripe", "{}", WebhookBytesMax + 1, isLengthTold));
    }

    [Fact]
    public async Task Body_is_at_most_so_deep()
    {
        // The body, the list and the item are three; a bad item is one item's problem, unless the body cannot be read.
        string Batch(int depth) => $$"""{ "items": [{ "key": {{new string('[', depth - 3)}}{{new string(']', depth - 3)}} }] }""";

        (await node.As().SendAsync(HttpMethod.Post, "/v1/earnings/batch", Batch(JsonBody.DepthMax))).Require(200);
        (await node.As().SendAsync(HttpMethod.Post, "/v1/earnings/batch", Batch(JsonBody.DepthMax + 1))).RequireProblem(400, "invalid-request");
    }

    [Fact]
    public async Task Batch_has_at_most_so_many_items()
    {
        object Batch(int count) => new
        {
            items = Enumerable.Range(1, count).Select(n => new { key = $"k{n}", learnerId = "nobody", courseId = "c", topicId = "t", completedAt = "2026-03-02T16:30:00Z" }),
        };

        var accepted = (await node.As().PostAsync("/v1/earnings/batch", Batch(BatchItemsMax))).Require(200);
        var refused = await node.As().PostAsync("/v1/earnings/batch", Batch(BatchItemsMax + 1));

        Assert.Equal(BatchItemsMax, accepted.Json.GetProperty("items").GetArrayLength());
        Assert.Equal("count", refused.RequireProblem(400, "invalid-request").Json.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    /// <summary>A claim of too many lines is refused by name; one of absurdly many is not even read.</summary>
    [Theory]
    [InlineData(LinesMax, 422, "lines-refused")]
    [InlineData(LinesMax + 1, 422, "too-many-lines")]
    [InlineData(LinesReadMax, 422, "too-many-lines")]
    [InlineData(LinesReadMax + 1, 400, "invalid-request")]
    public async Task Claim_has_at_most_so_many_lines(int count, int status, string slug)
    {
        var scene = await Scene.CreateAsync(node);
        var body = new { creditType = "AMA_PRA_1", lines = Enumerable.Range(1, count).Select(n => new { creditId = $"crd_{n}", amount = 0.25 }) };

        (await node.As().PostAsync($"{scene.Learner}/claims", body, "k")).RequireProblem(status, slug);
        (await node.As().PostAsync($"{scene.Learner}/claims/preview", body)).RequireProblem(status, slug);
    }

    [Theory]
    [InlineData(ErrorsMax - 1)]
    [InlineData(ErrorsMax)]
    [InlineData(ErrorsMax + 1)]
    public async Task At_most_so_many_errors_are_named(int count)
    {
        var scene = await Scene.CreateAsync(node);
        var lines = new { creditType = "AMA_PRA_1", lines = Enumerable.Repeat<object?>(null, count) };
        var topics = Enumerable.Range(1, count).Select(n => new { topicId = $"t{n}", title = " ", credits = new { AMA_PRA_1 = 1 } });
        var offerings = new[] { new { creditType = "AMA_PRA_1", maximum = 1 } };
        var course = new { providerId = scene.ProviderId, title = "T", format = "live", startsOn = "2026-01-01", endsOn = "2026-12-31", offerings, topics };

        var unread = await node.As().PostAsync($"{scene.Learner}/claims", lines, "k");
        var unruly = await node.As().PutAsync($"/v1/courses/{scene.CourseId}", course);

        Assert.Equal(Math.Min(count, ErrorsMax), unread.RequireProblem(400, "invalid-request").Json.GetProperty("errors").GetArrayLength());
        Assert.Equal(Math.Min(count, ErrorsMax), unruly.RequireProblem(400, "invalid-request").Json.GetProperty("errors").GetArrayLength());
    }

    [Fact]
    public async Task Idempotency_key_has_at_most_255_characters()
    {
        var scene = await Scene.CreateAsync(node);

        (await node.As().PostAsync($"{scene.Learner}/earnings", scene.Earning(1), new string('k', 256))).RequireProblem(400, "idempotency-key-invalid");
        (await node.As().PostAsync($"{scene.Learner}/earnings", scene.Earning(1), new string('k', 255))).Require(201);
    }

    [Fact]
    public async Task Id_that_a_client_chooses_has_at_most_64_characters()
    {
        var scene = await Scene.CreateAsync(node);
        var (longest, tooLong) = ($"{Guid.NewGuid():N}{Guid.NewGuid():N}", $"{Guid.NewGuid():N}{Guid.NewGuid():N}0");
        var learner = new { displayName = "Min-jun Lee", profession = "physicianMd" };
        object Earning(string courseId, string topicId) => new { courseId, topicId, completedAt = "2026-03-02T16:30:00Z" };

        foreach (var (path, body) in new[] { ("/v1/providers/", Scene.Provider), ("/v1/courses/", scene.Course()), ("/v1/learners/", learner) })
        {
            (await node.As().PutAsync(path + tooLong, body)).RequireProblem(400, "invalid-request");
            (await node.As().PutAsync(path + longest, body)).Require(201);
        }

        (await node.As().SendAsync(HttpMethod.Put, $"/v1/institutions/{tooLong}/roster/{scene.LearnerId}", null)).RequireProblem(400, "invalid-request");
        (await node.As().SendAsync(HttpMethod.Put, $"/v1/institutions/{longest}/roster/{scene.LearnerId}", null)).Require(204);
        (await node.As().PostAsync($"{scene.Learner}/earnings", Earning(tooLong, "t1"), "k1")).RequireProblem(400, "invalid-request");
        (await node.As().PostAsync($"{scene.Learner}/earnings", Earning(scene.CourseId, tooLong), "k2")).RequireProblem(400, "invalid-request");
        (await node.As().PostAsync($"{scene.Learner}/earnings", Earning(longest, "t1"), "k3")).Require(201);
    }

    /// <summary>Sends a body that white space makes so long.</summary>
    private async Task<int> PostAsync(string path, string body, int bytes, bool isLengthTold)
    {
        using var client = new HttpClient();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.PadRight(bytes)));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(node.Address, path)) { Content = content };
        content.Headers.ContentType = new("application/json");
        request.Headers.Authorization = new("Bearer", TestNode.OperatorKey);
        request.Headers.TransferEncodingChunked = !isLengthTold;
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        if ((int)response.StatusCode >= 400)
        {
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        }

        return (int)response.StatusCode;
    }
}
