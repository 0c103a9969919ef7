using System.Globalization;
using System.Text.Json.Nodes;
using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Limits;

/// <summary>Requests that are right but for one field, for the tests of what a field may hold. One scene does for all tests of a class.</summary>
public sealed class LimitScene(TestNode node) : IAsyncLifetime
{
    private Scene? _scene;

    private Scene Scene => _scene ?? throw new InvalidOperationException("The scene is not made.");

    public async ValueTask InitializeAsync() => _scene = await Scene.CreateAsync(node);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Where requests for a resource go. What can be sent only once gets an address of its own.</summary>
    public async Task<string> PathAsync(string resource) => resource switch
    {
        "provider" => $"/v1/providers/{Scene.ProviderId}",
        "course" => $"/v1/courses/{Scene.CourseId}",
        "learner" => Scene.Learner,
        "membership" => $"{Scene.Learner}/membership",
        "licences" => $"{Scene.Learner}/licences",
        "api key" => "/v1/api-keys",
        "evaluation" or "void" => $"{await ClaimAsync()}/{resource}",
        "reversal" => await ReversalAsync(),
        _ => throw new ArgumentOutOfRangeException(nameof(resource)),
    };

    /// <summary>Sends a request for the resource with another value at the pointer.</summary>
    public Task<Reply> SendAsync(string resource, string path, string pointer, JsonNode? content)
    {
        var body = BodyOf(resource);
        var names = pointer.Split('/')[1..];
        var parent = names[..^1].Aggregate(body, (value, name) => value is JsonArray list ? list[Index(name)]! : value[name]!);
        if (parent is JsonArray items)
        {
            items[Index(names[^1])] = content;
        }
        else
        {
            parent[names[^1]] = content;
        }

        var isPut = resource is "provider" or "course" or "learner" or "membership" or "licences";
        return node.As().SendAsync(isPut ? HttpMethod.Put : HttpMethod.Post, path, body.ToJsonString(), isPut ? [] : [("Idempotency-Key", Guid.NewGuid().ToString())]);
    }

    private static int Index(string name) => int.Parse(name, CultureInfo.InvariantCulture);

    private JsonNode BodyOf(string resource) => JsonNode.Parse(resource switch
    {
        "provider" => """
            {
              "name": "Lakeside", "address": "12 Shore Road", "accreditationStatement": "Accredited.", "jointProviders": ["Hillside"],
              "signatory": { "name": "Ruth Okafor", "title": "Director" }, "timeZone": "America/Chicago"
            }
            """,
        "course" => $$"""
            {
              "providerId": "{{Scene.ProviderId}}", "title": "Pediatrics Update", "format": "live", "startsOn": "2026-01-01", "endsOn": "2026-12-31",
              "offerings": [{ "creditType": "AMA_PRA_1", "maximum": 1000 }],
              "topics": [{ "topicId": "t1", "title": "Topic 1", "tags": ["lungs"], "credits": { "AMA_PRA_1": 0.25 } }]
            }
            """,
        "learner" => """{ "displayName": "Min-jun Lee", "profession": "physicianMd", "boardIds": {} }""",
        "membership" => """{ "plan": "premium", "startsOn": "2020-01-01", "endsOn": "2199-12-31" }""",
        "licences" => """{ "licences": [{ "requirementId": "us-tx-mdo", "cycleEndsOn": "2027-02-28" }] }""",
        "api key" => """{ "role": "provider", "subject": "lakeside", "name": "Course system" }""",
        "evaluation" => """{ "answers": [{ "questionId": "q1", "value": "5" }] }""",
        "void" or "reversal" => """{ "reason": "Wrong." }""",
        _ => throw new ArgumentOutOfRangeException(nameof(resource)),
    })!;

    private async Task<string> ClaimAsync()
    {
        var scene = await Scene.CreateAsync(node);
        var credits = await scene.EarnAsync(1);
        var claim = await node.As().PostAsync($"{scene.Learner}/claims", Scene.Claim(credits[0], 1.5), "c");
        return $"{scene.Learner}/claims/{claim.Require(201).Text("claimId")}";
    }

    private async Task<string> ReversalAsync()
    {
        var scene = await Scene.CreateAsync(node);
        var earning = await node.As().PostAsync($"{scene.Learner}/earnings", scene.Earning(1), "e");
        return $"{scene.Learner}/earnings/{earning.Require(201).Text("earningId")}/reversal";
    }
}
