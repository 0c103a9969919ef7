using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace CmeOrleans.Browser.Tests.Support;

/// <summary>A learner with credits, and the windows in which the learner's pages are open.</summary>
public sealed class Learner
{
    private readonly Site _site;
    private readonly Cookie _session;

    private Learner(Site site, string id, Cookie session) => (_site, Id, _session) = (site, id, session);

    public string Id { get; }

    /// <summary>The cookie of the learner's session.</summary>
    public Cookie SessionCookie => _session;

    /// <summary>The password of every learner of these tests.</summary>
    public const string Password = "correct horse battery staple";

    /// <summary>Where mail for the learner goes.</summary>
    public string Email => $"{Id}@example.org";

    /// <summary>The provider of all courses of these tests.</summary>
    public const string ProviderId = "lakeside";

    /// <summary>The courses that every learner of these tests takes: titles, topics, types, and how much each topic is worth.</summary>
    public static IReadOnlyList<(string Id, string Title, string[] Topics, string[] Types, double Amount)> Courses { get; } =
    [
        ("emergency", "Emergency Medicine 2026", ["Sepsis: recognition and early management", "Opioid prescribing and risk mitigation", "Syncope risk stratification", "Pediatric fever without a source"], ["AMA_PRA_1", "ACEP_1"], 1.5),
        ("pediatric", "Pediatric Review", ["Atrial fibrillation in the ED", "Acute stroke imaging", "Airway: the physiologically difficult intubation"], ["AMA_PRA_1"], 1.25),
        ("primary", "Primary Care Update", ["Hypertension in the clinic", "Chronic cough"], ["AMA_PRA_1", "ABP_MOC_2"], 2),
    ];

    /// <summary>What all of it is worth as AMA PRA Category 1: four times 1.50, three times 1.25 and twice 2.00.</summary>
    public const string AmaTotal = "13.75";

    public static async Task<Learner> CreateAsync(Site site, bool withMembership = true, bool withProfile = true, bool withCredits = true)
    {
        var id = $"learner-{Guid.NewGuid():N}";
        await EnsureCoursesAsync(site);
        if (withProfile)
        {
            await site.Operator.SendAsync(HttpMethod.Put, $"/v1/learners/{id}", new { displayName = "Ada Okafor", profession = "physicianMd", degrees = "MD" });
        }

        await site.Operator.SendAsync(
            HttpMethod.Put, $"/v1/learners/{id}/membership", new { plan = "premium", startsOn = "2025-01-01", endsOn = withMembership ? "2035-12-31" : "2025-12-31" });
        var learner = new Learner(site, id, await Session.BeginAsync(site, id));
        if (withProfile && withCredits)
        {
            await learner.EarnAsync(Courses.SelectMany(course => course.Topics.Select((_, index) => (course.Id, $"t{index}"))));
        }

        return learner;
    }

    /// <summary>Completes topics, each ten days after the one before.</summary>
    public async Task EarnAsync(IEnumerable<(string CourseId, string TopicId)> topics)
    {
        var answer = await _site.Operator.SendAsync(HttpMethod.Post, "/v1/earnings/batch", new
        {
            items = topics.Select((topic, index) => new
            {
                key = $"{topic.CourseId}-{topic.TopicId}",
                learnerId = Id,
                courseId = topic.CourseId,
                topicId = topic.TopicId,
                completedAt = new DateTimeOffset(2025, 3, 1, 16, 30, 0, TimeSpan.Zero).AddDays(index % 500).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null),
            }),
        });
        Assert.All(answer["items"]!.AsArray(), item => Assert.Null(item!["problem"]));
    }

    /// <summary>A window of the learner's browser.</summary>
    public async Task<IPage> OpenAsync(int width = 1280, int height = 900, bool withScript = true, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await _site.Browser.NewContextAsync(new()
        {
            BaseURL = _site.Address.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = withScript,
            ColorScheme = scheme,
        });
        await context.AddCookiesAsync([_session]);
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    /// <summary>What the API says of this learner.</summary>
    public Task<JsonNode> GetAsync(string path) => _site.Operator.SendAsync(HttpMethod.Get, $"/v1/learners/{Id}{path}", null);

    /// <summary>Claims over the API, as from another window.</summary>
    public Task<JsonNode> ClaimAllAsync(string creditType) =>
        _site.Operator.SendAsync(HttpMethod.Post, $"/v1/learners/{Id}/claims", new { creditType, all = true });

    /// <summary>Two licences; some topics were completed before the cycle of the first began, whose id this answers.</summary>
    public async Task<string> AddLicencesAsync()
    {
        var answer = await _site.Operator.SendAsync(HttpMethod.Put, $"/v1/learners/{Id}/licences", new
        {
            licences = new object[]
            {
                new { requirementId = "us-tx-mdo", cycleEndsOn = "2027-03-04", number = "K1234" },
                new { requirementId = "us-al-mdo", cycleEndsOn = "2026-12-31" },
            },
        });
        return (string)answer["licences"]![0]!["licenceId"]!;
    }

    private static async Task EnsureCoursesAsync(Site site)
    {
        await site.Operator.SendAsync(HttpMethod.Put, $"/v1/providers/{ProviderId}", new
        {
            name = "Lakeside Pediatrics Institute",
            address = "12 Shore Drive, Madison, WI 53703",
            accreditationStatement = "Lakeside Pediatrics Institute is accredited to provide continuing medical education for physicians.",
            signatory = new { name = "Miriam Okafor, MD", title = "Director of Education" },
            timeZone = "America/Chicago",
        });
        foreach (var course in Courses)
        {
            await EnsureCourseAsync(site, course.Id, course.Title, course.Topics, course.Types, course.Amount);
        }
    }

    public static Task EnsureCourseAsync(Site site, string id, string title, IEnumerable<string> topics, string[] types, double amount) =>
        site.Operator.SendAsync(HttpMethod.Put, $"/v1/courses/{id}", new
        {
            providerId = ProviderId,
            title,
            format = "enduring",
            startsOn = "2025-01-01",
            endsOn = "2035-12-31",
            claimWindowMonths = 120,
            offerings = types.Select(type => new { creditType = type, maximum = 1_000 }),
            topics = topics.Select((topic, index) => new { topicId = $"t{index}", title = topic, credits = types.ToDictionary(type => type, _ => amount) }),
        });
}

/// <summary>Requests whose answers are looked at.</summary>
internal static class ClientExtensions
{
    public static async Task<JsonNode> SendAsync(this HttpClient client, HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path} answered {(int)answer.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }
}
