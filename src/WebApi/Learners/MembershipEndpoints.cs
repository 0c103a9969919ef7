using System.ComponentModel.DataAnnotations;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.WebApi.Audit;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Json;
using CmeOrleans.WebApi.OpenApi;
using CmeOrleans.WebApi.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CmeOrleans.WebApi.Learners;

/// <summary>Memberships: in which period a learner may claim.</summary>
internal static class MembershipEndpoints
{
    private const string Shown = """{ "plan": "premium", "startsOn": "2026-01-01", "endsOn": "2026-12-31", "active": true }""";

    public static void MapMemberships(this IEndpointRouteBuilder api)
    {
        api.MapPut("/learners/{learnerId}/membership", PutAsync)
            .WithTags("Learners")
            .Requires(Access.GrantMembership)
            .Describe("PutMembership", "Grants a learner a membership.", "By operators, and by institutions for learners on their roster. A lapse blocks claims and takes nothing away.")
            .TakesIfMatch()
            .TakesBody<MembershipRequest>("""{ "plan": "premium", "startsOn": "2026-01-01", "endsOn": "2026-12-31" }""")
            .ShowsAnswer(Shown)
            .Audited(AuditActs.MembershipGranted, RouteNames.Learner);

        api.MapGet("/learners/{learnerId}/membership", GetAsync)
            .WithTags("Learners")
            .Requires(Access.Learner)
            .Describe("GetMembership", "Shows a learner's membership.", "Active says whether it holds today (UTC).")
            .ShowsAnswer(Shown);
    }

    private static async Task<Results<Ok<MembershipResponse>, CreatedAnswer<MembershipResponse>, ProblemAnswer>> PutAsync(
        string learnerId, HttpContext context, IGrainFactory grains)
    {
        var membership = (await JsonBody.ReadAsync<MembershipRequest>(context)).ToMembership();
        var grain = grains.GetGrain<IMembershipGrain>(learnerId);
        var ifMatch = await ETags.RequiredAsync(context, async () => (await grain.GetAsync())?.ETag);
        return VersionedAnswers.Written(context, await grain.PutAsync(membership, ifMatch), MembershipResponse.From);
    }

    // No 304: whether it is active changes with the day while the stored membership, and so its tag, stays the same.
    private static async Task<Results<Ok<MembershipResponse>, ProblemAnswer>> GetAsync(
        string learnerId, HttpContext context, IGrainFactory grains)
    {
        if (await grains.GetGrain<IMembershipGrain>(learnerId).GetAsync() is not { } stored)
        {
            return (ProblemAnswer)Problem.NotFound;
        }

        ETags.Set(context, stored.ETag);
        return TypedResults.Ok(MembershipResponse.From(stored.Value));
    }
}

/// <summary>A membership as it is granted.</summary>
internal sealed record MembershipRequest(
    [property: Required] string? Plan, [property: Required] DateOnly? StartsOn, [property: Required] DateOnly? EndsOn)
{
    public Membership ToMembership()
    {
        var errors = new RequestErrors();
        var membership = new Membership
        {
            Plan = errors.Required(Plan, "/plan"),
            StartsOn = errors.Required(StartsOn, "/startsOn"),
            EndsOn = errors.Required(EndsOn, "/endsOn"),
        };
        errors.ThrowIfAny();
        return membership;
    }
}

/// <summary>A membership; active says whether it holds today (UTC).</summary>
internal sealed record MembershipResponse(string Plan, DateOnly StartsOn, DateOnly EndsOn, bool Active)
{
    public static MembershipResponse From(MembershipView view) =>
        new(view.Membership.Plan, view.Membership.StartsOn, view.Membership.EndsOn, view.IsActive);
}
