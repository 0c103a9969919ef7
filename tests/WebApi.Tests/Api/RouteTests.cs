using CmeOrleans.WebApi.Paging;
using CmeOrleans.WebApi.Tests.Support;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CmeOrleans.WebApi.Tests.Api;

/// <summary>What holds for every route of the API, by table: routes are taken from the running node, so that a new one is in.</summary>
public sealed class RouteTests(TestNode node)
{
    private const string AnonymousRoute = "/v1/verifications/{code}";

    [Fact]
    public async Task Nobody_gets_in_without_valid_credentials()
    {
        var key = await node.KeyAsync("operator", null);
        var revoked = await node.As().PostAsync("/v1/api-keys", new { role = "operator", name = "revoked" });
        (await node.As().DeleteAsync($"/v1/api-keys/{revoked.Text("id")}")).Require(204);
        string[] credentials =
        [
            "", "Bearer ", $"Basic {key}", $"Token {key}", key[..^1], key + "A", key[..37] + new string('A', 43),
            "cme_" + new string('0', 32) + "_" + new string('A', 43), revoked.Text("key"), "eyJhbGciOiJub25lIn0.e30.",
        ];

        foreach (var (method, pattern) in Routes().Where(route => route.Pattern != AnonymousRoute))
        {
            foreach (var credential in credentials)
            {
                var reply = await node.As(credential.Length == 0 ? "" : credential.Contains(' ', StringComparison.Ordinal) ? credential : $"Bearer {credential}")
                    .SendAsync(method, Fill(pattern), method == HttpMethod.Get ? null : "{}");

                reply.RequireProblem(401, "unauthorized");
                Assert.StartsWith("Bearer ", reply.Header("WWW-Authenticate"), StringComparison.Ordinal);
            }
        }

        (await node.As(key).GetAsync("/v1/me")).Require(200);
    }

    [Theory]
    [InlineData("provider")]
    [InlineData("institution")]
    [InlineData("learner")]
    public async Task Somebody_elses_things_are_answered_like_what_does_not_exist(string role)
    {
        var scene = await Scene.CreateAsync(node);
        var api = node.As(await node.KeyAsync(role, "somebody-else"));
        foreach (var (method, pattern) in Routes().Where(route => IsOutside(role, route.Method, route.Pattern)))
        {
            var body = method == HttpMethod.Get || method == HttpMethod.Delete ? null : "{}";
            var existing = await api.SendAsync(method, Fill(pattern, scene), body);
            var missing = await api.SendAsync(method, Fill(pattern), body);

            existing.RequireProblem(404, "not-found");
            Assert.Equal(Without(missing, "traceId"), Without(existing, "traceId"));
        }
    }

    [Fact]
    public async Task A_problem_names_the_trace_of_its_caller()
    {
        const string trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        var reply = await node.As().GetAsync("/v1/learners/nobody", ("traceparent", $"00-{trace}-00f067aa0ba902b7-01"));

        reply.RequireProblem(404, "not-found");
        Assert.Equal(trace, reply.Text("traceId"));
        Assert.Matches("^[0-9a-f]{32}$", (await node.As().GetAsync("/v1/learners/nobody")).Text("traceId"));
    }

    [Fact]
    public async Task Unknown_query_parameters_are_refused_everywhere()
    {
        foreach (var (method, pattern) in Routes())
        {
            var reply = await node.As().SendAsync(method, Fill(pattern) + "?surprise=1", method == HttpMethod.Get ? null : "{}", [("Idempotency-Key", "k")]);

            Assert.Equal("#surprise", reply.RequireProblem(400, "invalid-request").Json.GetProperty("errors")[0].GetProperty("pointer").GetString());
        }
    }

    [Fact]
    public async Task Bodies_that_are_not_of_the_contract_are_refused_everywhere()
    {
        foreach (var (method, pattern) in Routes(takingBody: true))
        {
            (string Name, string Value)[] headers = [("Idempotency-Key", "bad-body")];
            var path = Fill(pattern);
            (await node.As().SendAsync(method, path, """{"surprise":1}""", headers)).RequireProblem(400, "invalid-request");
            (await node.As().SendAsync(method, path, "{", headers)).RequireProblem(400, "invalid-request");
            (await node.As().SendAsync(method, path, new string('[', 1_000), headers)).RequireProblem(400, "invalid-request");
            (await node.As().SendAsync(method, path, "{}", headers, "text/plain")).RequireProblem(415, "unsupported-media-type");
            (await node.As().SendAsync(method, path, "{}", headers, contentType: "")).RequireProblem(415, "unsupported-media-type");
            (await node.As().SendAsync(method, path, $"\"{new string('a', 3 * 1024 * 1024)}\"", headers)).RequireProblem(413, "body-too-large");
        }
    }

    [Fact]
    public async Task Malformed_ids_are_refused_when_put_and_unknown_otherwise()
    {
        foreach (var (method, pattern) in Routes().Where(route => route.Pattern.Contains("Id}", StringComparison.Ordinal)))
        {
            var path = Fill(pattern, id: "-bad");
            var reply = await node.As().SendAsync(method, path, method == HttpMethod.Get ? null : "{}", [("Idempotency-Key", "k")]);

            _ = method == HttpMethod.Put ? reply.RequireProblem(400, "invalid-request") : reply.RequireProblem(404, "not-found");
        }
    }

    [Fact]
    public async Task Unknown_routes_and_methods_are_problems_too()
    {
        (await node.As().GetAsync("/v1/nothing")).RequireProblem(404, "not-found");
        (await node.As("").GetAsync("/nothing")).RequireProblem(404, "not-found");
        Assert.Equal("GET", (await node.As().DeleteAsync("/v1/me")).RequireProblem(405, "method-not-allowed").Header("Allow"));
    }

    internal IEnumerable<(HttpMethod Method, string Pattern)> Routes(bool takingBody = false) => node.Application.Services
        .GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints)
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<AllowedQuery>() is not null)
        .Where(endpoint => !takingBody || endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is not null)
        .Select(endpoint => (
            HttpMethod.Parse(endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods[0]),
            "/" + endpoint.RoutePattern.RawText!.Trim('/')))
        .Distinct();

    [Fact]
    public void Every_route_but_verification_asks_who_calls()
    {
        Assert.True(Routes().Count() >= 35);
        var open = node.Application.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("v1", StringComparison.Ordinal))
            .Where(endpoint => endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is null)
            .Select(endpoint => endpoint.RoutePattern.RawText);

        Assert.Equal([AnonymousRoute], open.Distinct());
    }

    // What a caller of the role may ask in general, without any object that is somebody's.
    private static bool IsOutside(string role, HttpMethod method, string pattern) => pattern switch
    {
        "/v1/me" or "/v1/credit-types" or "/v1/requirements" or "/v1/membership-offer" or AnonymousRoute => false,
        "/v1/support-requests" when method == HttpMethod.Post => false,
        "/v1/courses" or "/v1/earnings/batch" => role != "provider",
        "/v1/learners/{learnerId}/earnings" or "/v1/learners/{learnerId}/earnings/{earningId}/reversal" => role != "provider",
        "/v1/courses/{courseId}" when method == HttpMethod.Put => role != "provider",
        _ => true,
    };

    private static string Fill(string pattern, Scene? scene = null, string? id = null)
    {
        var path = FillKnown(pattern, scene, id);
        Assert.DoesNotContain('{', path);
        return path;
    }

    private static string FillKnown(string pattern, Scene? scene, string? id) => pattern
        .Replace("{learnerId}", id ?? scene?.LearnerId ?? "nobody", StringComparison.Ordinal)
        .Replace("{courseId}", id ?? scene?.CourseId ?? "nothing", StringComparison.Ordinal)
        .Replace("{providerId}", id ?? scene?.ProviderId ?? "nobody", StringComparison.Ordinal)
        .Replace("{institutionId}", id ?? "nobody", StringComparison.Ordinal)
        .Replace("{earningId}", id ?? $"ern_{Guid.Empty}", StringComparison.Ordinal)
        .Replace("{claimId}", id ?? $"clm_{Guid.Empty}", StringComparison.Ordinal)
        .Replace("{certificateId}", id ?? $"crt_{Guid.Empty}", StringComparison.Ordinal)
        .Replace("{keyId}", id ?? $"key_{Guid.Empty}", StringComparison.Ordinal)
        .Replace("{requestNumber}", "S-999999", StringComparison.Ordinal)
        .Replace("{board}", "abp", StringComparison.Ordinal)
        .Replace("{code}", "none", StringComparison.Ordinal);

    private static string Without(Reply reply, string name) => string.Join(
        "\n", reply.Json.EnumerateObject().Where(property => property.Name != name).Select(property => property.ToString()));
}
