using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;

namespace CmeOrleans.System.Tests.Support;

/// <summary>
/// Learners who claim their credits one by one, all at once, each claim with a key of its own; and the proof, afterwards,
/// that what was acknowledged is there exactly once.
/// </summary>
internal sealed class ClaimLoad
{
    private const int LearnersCount = 6;
    private const int WorkersCount = 12;

    private readonly List<Claim> _planned = [];
    private readonly ConcurrentDictionary<string, string> _claimIdsByKey = new();
    private readonly TaskCompletionSource _wellUnderWay = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Claims that were acknowledged.</summary>
    public int AcknowledgedCount => _claimIdsByKey.Count;

    /// <summary>Completes when a quarter of the claims is acknowledged.</summary>
    public Task WellUnderWay => _wellUnderWay.Task;

    /// <summary>Creates the learners and has them earn every topic.</summary>
    public static async Task<ClaimLoad> PrepareAsync(HttpClient client)
    {
        var load = new ClaimLoad();
        await client.CreateCourseAsync();
        for (var number = 1; number <= LearnersCount; number++)
        {
            await load.AddLearnerAsync(client, $"learner-{number}");
        }

        return load;
    }

    /// <summary>Claims until everything is claimed or the node answers no more. Answers 503 are not acknowledged and not tried again.</summary>
    public async Task RunAsync(HttpClient client)
    {
        var queue = new ConcurrentQueue<Claim>(_planned);
        await Task.WhenAll(Enumerable.Range(0, WorkersCount).Select(async _ =>
        {
            try
            {
                while (queue.TryDequeue(out var claim))
                {
                    using var answer = await client.ClaimAsync(claim.LearnerId, claim.Key, claim.CreditId);
                    if (answer.StatusCode == HttpStatusCode.Created)
                    {
                        Acknowledge(claim, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
                    }
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or TaskCanceledException)
            {
                // The node is gone, and this worker's claim is in doubt.
            }
        }));
    }

    /// <summary>Repeats every claim with its key, then compares keys, claims, credits and both sides of the books.</summary>
    public async Task AssertExactlyOnceAsync(HttpClient client)
    {
        foreach (var claim in _planned)
        {
            using var answer = await client.ClaimAsync(claim.LearnerId, claim.Key, claim.CreditId);
            var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
            if (_claimIdsByKey.TryGetValue(claim.Key, out var claimId))
            {
                Assert.Equal(claimId, (string?)body["claimId"]);
                Assert.Equal(["true"], answer.Headers.GetValues("Idempotent-Replayed"));
            }
        }

        foreach (var learner in _planned.GroupBy(claim => claim.LearnerId))
        {
            var balance = (await client.GetJsonAsync($"/v1/learners/{learner.Key}/balance"))["balances"]![0]!;
            Assert.Equal(learner.Count(), (decimal)balance["claimed"]!);
            Assert.Equal(0, (decimal)balance["available"]!);

            var claims = (await client.GetJsonAsync($"/v1/learners/{learner.Key}/claims?limit=200"))["items"]!.AsArray();
            Assert.Equal(learner.Count(), claims.Select(claim => (string)claim!["claimId"]!).Distinct().Count());
            Assert.Equal(learner.Count(), claims.Count);
        }

        Assert.True((bool)(await client.GetJsonAsync("/v1/trial-balance"))["balanced"]!);
    }

    private async Task AddLearnerAsync(HttpClient client, string learnerId)
    {
        await client.CreateLearnerAsync(learnerId);
        for (var number = 1; number <= Api.TopicsCount; number++)
        {
            var earning = await client.EarnAsync(learnerId, $"topic-{number}", $"earn-{number}").ReadAsync(HttpStatusCode.Created);
            _planned.Add(new(learnerId, $"claim-{learnerId}-{number}", (string)earning["credits"]![0]!["creditId"]!));
        }
    }

    private void Acknowledge(Claim claim, JsonNode body)
    {
        Assert.True(_claimIdsByKey.TryAdd(claim.Key, (string)body["claimId"]!), "A claim is acknowledged once.");
        if (_claimIdsByKey.Count >= _planned.Count / 4)
        {
            _wellUnderWay.TrySetResult();
        }
    }

    private sealed record Claim(string LearnerId, string Key, string CreditId);
}
