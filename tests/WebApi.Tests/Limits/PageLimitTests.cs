using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Limits;

/// <summary>How many items a page has, over a learner who has one more than the largest page.</summary>
public sealed class PageLimitTests(TestNode node)
{
    private const int ItemsCount = 201;

    [Fact]
    public async Task Page_has_as_many_items_as_asked_for_up_to_200_and_50_by_default()
    {
        var scene = await Scene.CreateAsync(node);
        var topics = Enumerable.Range(1, ItemsCount).Select(n => new { topicId = $"t{n}", title = $"Topic {n}", credits = new { AMA_PRA_1 = 0.25 } });
        var offerings = new[] { new { creditType = "AMA_PRA_1", maximum = 100 } };
        var course = new { providerId = scene.ProviderId, title = "T", format = "live", startsOn = "2026-01-01", endsOn = "2026-12-31", offerings, topics };
        (await node.As().PutAsync($"/v1/courses/{scene.CourseId}", course)).Require(200);
        var earnings = Enumerable.Range(1, ItemsCount)
            .Select(n => new { key = $"k{n}", learnerId = scene.LearnerId, courseId = scene.CourseId, topicId = $"t{n}", completedAt = "2026-03-02T16:30:00Z" });
        var batch = (await node.As().PostAsync("/v1/earnings/batch", new { items = earnings })).Require(200);
        Assert.All(batch.Json.GetProperty("items").EnumerateArray(), item => Assert.Equal(201, item.GetProperty("status").GetInt32()));

        foreach (var path in new[] { $"{scene.Learner}/credits", $"{scene.Learner}/ledger", $"/v1/courses/{scene.CourseId}/ledger" })
        {
            await RequirePageAsync(path, "", 50);
            await RequirePageAsync(path, "?limit=1", 1);
            await RequirePageAsync(path, "?limit=199", 199);
            await RequirePageAsync(path, "?limit=200", 200);
            await RequirePageAsync(path, "?limit=201", 200);
            await RequirePageAsync(path, $"?limit={new string('9', 40)}", 200);
            (await node.As().GetAsync($"{path}?limit={new string('9', 40)}x")).RequireProblem(400, "invalid-request");
            (await node.As().GetAsync($"{path}?limit=0")).RequireProblem(400, "invalid-request");
        }
    }

    private async Task RequirePageAsync(string path, string query, int count)
    {
        var page = (await node.As().GetAsync(path + query)).Require(200);

        Assert.Equal(count, page.Json.GetProperty("items").GetArrayLength());
        Assert.NotEmpty(page.Text("nextCursor"));
    }
}
