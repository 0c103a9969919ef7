namespace CmeOrleans.WebApi.Tests.Support;

/// <summary>A provider, a course and a learner of their own for one test, so that tests do not meet.</summary>
public sealed class Scene
{
    private readonly TestNode _node;

    private Scene(TestNode node, string suffix)
    {
        _node = node;
        ProviderId = $"provider-{suffix}";
        CourseId = $"course-{suffix}";
        LearnerId = $"learner-{suffix}";
    }

    public string ProviderId { get; }

    public string CourseId { get; }

    public string LearnerId { get; }

    public string Learner => $"/v1/learners/{LearnerId}";

    public static object Provider { get; } = new
    {
        name = "Lakeside",
        address = "12 Shore Road",
        accreditationStatement = "Accredited.",
        signatory = new { name = "Ruth Okafor", title = "Director" },
        timeZone = "America/Chicago",
    };

    public static async Task<Scene> CreateAsync(TestNode node, bool withMembership = true)
    {
        var scene = new Scene(node, Guid.NewGuid().ToString("N"));
        var api = node.As();
        (await api.PutAsync($"/v1/providers/{scene.ProviderId}", Provider)).Require(201);
        (await api.PutAsync($"/v1/courses/{scene.CourseId}", scene.Course())).Require(201);
        (await api.PutAsync(scene.Learner, new { displayName = "Min-jun Lee", profession = "physicianMd" })).Require(201);
        if (withMembership)
        {
            (await api.PutAsync($"{scene.Learner}/membership", new { plan = "premium", startsOn = "2020-01-01", endsOn = "2199-12-31" })).Require(201);
        }

        return scene;
    }

    public object Course(string title = "Pediatrics Update") => new
    {
        providerId = ProviderId,
        title,
        format = "live",
        startsOn = "2026-01-01",
        endsOn = "2026-12-31",
        claimWindowMonths = 120,
        offerings = new[] { new { creditType = "AMA_PRA_1", maximum = 12.5 } },
        topics = Enumerable.Range(1, 8).Select(n => new { topicId = $"t{n}", title = $"Topic {n}", credits = new { AMA_PRA_1 = 1.5 } }),
    };

    public object Earning(int topic) => new { courseId = CourseId, topicId = $"t{topic}", completedAt = "2026-03-02T16:30:00Z" };

    /// <summary>Earns topics and answers the ids of their credits.</summary>
    public async Task<string[]> EarnAsync(params int[] topics)
    {
        var ids = new List<string>();
        foreach (var topic in topics)
        {
            var reply = (await _node.As().PostAsync($"{Learner}/earnings", Earning(topic), $"earn-{topic}")).Require(201);
            ids.Add(reply.Json.GetProperty("credits")[0].GetProperty("creditId").GetString()!);
        }

        return [.. ids];
    }

    public static object Claim(string creditId, double amount) =>
        new { creditType = "AMA_PRA_1", lines = new[] { new { creditId, amount } } };
}
