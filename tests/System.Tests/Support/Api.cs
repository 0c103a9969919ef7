using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CmeOrleans.System.Tests.Support;

/// <summary>Requests as a client sends them.</summary>
internal static class Api
{
    public const string CourseId = "course-1";
    public const int TopicsCount = 40;

    private const string KeyHeader = "Idempotency-Key";

    public static Task<HttpResponseMessage> PutAsync(this HttpClient client, string path, object body) =>
        client.PutAsJsonAsync(path, body);

    public static Task<HttpResponseMessage> PostAsync(this HttpClient client, string path, string key, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add(KeyHeader, key);
        return client.SendAsync(request);
    }

    public static async Task<JsonNode> ReadAsync(this Task<HttpResponseMessage> pending, HttpStatusCode expected)
    {
        using var answer = await pending;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{answer.RequestMessage!.RequestUri!.AbsolutePath} answered {(int)answer.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }

    public static Task<JsonNode> GetJsonAsync(this HttpClient client, string path) => client.GetAsync(path).ReadAsync(HttpStatusCode.OK);

    /// <summary>A provider and a course of 40 topics, each worth one AMA PRA Category 1 Credit.</summary>
    public static async Task CreateCourseAsync(this HttpClient client)
    {
        await client.PutAsync("/v1/providers/provider-1", new
        {
            name = "Lakeside Pediatrics Institute",
            address = "12 Shore Drive, Madison, WI 53703",
            accreditationStatement = "Lakeside Pediatrics Institute is accredited to provide continuing medical education for physicians.",
            signatory = new { name = "Miriam Okafor, MD", title = "Director of Education" },
            timeZone = "America/Chicago",
        }).ReadAsync(HttpStatusCode.Created);
        await client.PutAsync($"/v1/courses/{CourseId}", new
        {
            providerId = "provider-1",
            title = "Pediatric Primary Care",
            format = "enduring",
            startsOn = "2025-01-01",
            endsOn = "2035-12-31",
            claimWindowMonths = 120,
            offerings = new[] { new { creditType = "AMA_PRA_1", maximum = 40 } },
            topics = Enumerable.Range(1, TopicsCount).Select(number => new
            {
                topicId = $"topic-{number}",
                title = $"Topic {number}",
                credits = new Dictionary<string, decimal> { ["AMA_PRA_1"] = 1 },
            }),
        }).ReadAsync(HttpStatusCode.Created);
    }

    public static async Task CreateLearnerAsync(this HttpClient client, string learnerId, string displayName = "Ana Alvarez")
    {
        await client.PutAsync($"/v1/learners/{learnerId}", new { displayName, profession = "physicianMd", degrees = "MD" })
            .ReadAsync(HttpStatusCode.Created);
        await client.PutAsync($"/v1/learners/{learnerId}/membership", new { plan = "premium", startsOn = "2025-01-01", endsOn = "2035-12-31" })
            .ReadAsync(HttpStatusCode.Created);
    }

    public static Task<HttpResponseMessage> EarnAsync(this HttpClient client, string learnerId, string topicId, string key) =>
        client.PostAsync(
            $"/v1/learners/{learnerId}/earnings", key, new { courseId = CourseId, topicId, completedAt = "2025-06-01T15:00:00Z" });

    public static Task<HttpResponseMessage> ClaimAsync(this HttpClient client, string learnerId, string key, string creditId, decimal amount = 1) =>
        client.PostAsync(
            $"/v1/learners/{learnerId}/claims",
            key,
            new { creditType = "AMA_PRA_1", lines = new[] { new { creditId, amount } } });
}
