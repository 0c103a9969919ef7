using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CmeOrleans.Ledger.Bench;

/// <summary>Sets up a provider, courses and learners over REST, as a hospital would.</summary>
internal sealed class World(ServerProcess server)
{
    public const string CompletedAt = "2026-03-02T15:00:00Z";

    private const int AtOnce = 32;
    private const int BatchesAtOnce = 4;
    private const int BatchItems = 500;
    private const int PutTriesMax = 5;

    public static string LearnerId(int n) => string.Create(CultureInfo.InvariantCulture, $"learner-{n:D6}");

    /// <summary>A course whose topics are each worth the same in AMA PRA Category 1.</summary>
    public async Task PutCourseAsync(string courseId, int topicsCount, string credits)
    {
        await PutAsync("/v1/providers/bench", """
            { "name": "Bench Medical Education", "address": "1 Main Street", "accreditationStatement": "Accredited by the ACCME.",
              "signatory": { "name": "Pat Lee", "title": "Director" }, "timeZone": "America/Chicago" }
            """);
        var topics = string.Join(",", Enumerable.Range(0, topicsCount).Select(n => string.Create(
            CultureInfo.InvariantCulture, $$"""{ "topicId": "t{{n}}", "title": "Topic {{n}}", "credits": { "AMA_PRA_1": {{credits}} } }""")));
        await PutAsync($"/v1/courses/{courseId}", $$"""
            { "providerId": "bench", "title": "Course {{courseId}}", "format": "enduring", "startsOn": "2020-01-01", "endsOn": "2040-01-01",
              "claimWindowMonths": 120, "offerings": [{ "creditType": "AMA_PRA_1", "maximum": 1000 }], "topics": [{{topics}}] }
            """);
    }

    public Task PutLearnersAsync(int from, int count) => ForEachAsync(Enumerable.Range(from, count), AtOnce, async n =>
    {
        await PutAsync($"/v1/learners/{LearnerId(n)}", """{ "displayName": "Ana Ruiz", "profession": "physicianMd" }""");
        await PutAsync($"/v1/learners/{LearnerId(n)}/membership", """{ "plan": "premium", "startsOn": "2020-01-01", "endsOn": "2040-01-01" }""");
    });

    /// <summary>Posts one earning per learner and topic, in batches.</summary>
    public async Task EarnAsync(IEnumerable<(int Learner, string CourseId, int Topic)> earnings) =>
        await ForEachAsync(earnings.Chunk(BatchItems), BatchesAtOnce, async chunk =>
        {
            var items = chunk.Select(item => new
            {
                key = string.Create(CultureInfo.InvariantCulture, $"earn-{item.CourseId}-{item.Topic}"),
                learnerId = LearnerId(item.Learner),
                courseId = item.CourseId,
                topicId = string.Create(CultureInfo.InvariantCulture, $"t{item.Topic}"),
                completedAt = CompletedAt,
            });
            using var answer = await server.Client.PostAsJsonAsync("/v1/earnings/batch", new { items });
            var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
            var refused = body.GetProperty("items").EnumerateArray().FirstOrDefault(item => item.GetProperty("status").GetInt32() != 201);
            if (refused.ValueKind is not JsonValueKind.Undefined)
            {
                throw new InvalidOperationException($"An earning was refused: {refused}");
            }
        });

    /// <summary>The id of each learner's first available credit.</summary>
    public async Task<string[]> FirstCreditsAsync(int from, int count)
    {
        var credits = new string[count];
        await ForEachAsync(Enumerable.Range(0, count), AtOnce, async n =>
        {
            var page = await server.Client.GetFromJsonAsync<JsonElement>($"/v1/learners/{LearnerId(from + n)}/credits?status=available&sort=-amount&limit=1");
            credits[n] = page.GetProperty("items")[0].GetProperty("creditId").GetString()!;
        });
        return credits;
    }

    public async Task PutAsync(string path, string json)
    {
        for (var tries = 1; ; tries++)
        {
            using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
            using var answer = await server.Client.PutAsync(new Uri(path, UriKind.Relative), content);
            if (answer.IsSuccessStatusCode)
            {
                return;
            }

            // A disk that stalls is no reason to begin anew.
            if (answer.StatusCode is not HttpStatusCode.ServiceUnavailable || tries == PutTriesMax)
            {
                throw new InvalidOperationException($"PUT {path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            }

            await Task.Delay(answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1));
        }
    }

    private static Task ForEachAsync<T>(IEnumerable<T> items, int atOnce, Func<T, Task> act) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (item, _) => await act(item));
}
