using CmeOrleans.Grains.Interfaces.Directory;
using CmeOrleans.Grains.Interfaces.Institutions;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.WebApi.Audit;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.OpenApi;
using CmeOrleans.WebApi.Paging;
using CmeOrleans.WebApi.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CmeOrleans.WebApi.Institutions;

/// <summary>Which learners an institution acts for.</summary>
internal static class RosterEndpoints
{
    private const string Tag = "Institutions";
    private const string DirectoryKey = "api";

    public static void MapRosters(this IEndpointRouteBuilder api)
    {
        api.MapPut("/institutions/{institutionId}/roster/{learnerId}", PutAsync)
            .WithTags(Tag)
            .Requires(Access.Operate)
            .Describe("PutRosterEntry", "Puts a learner on an institution's roster.", "The institution can then read and claim for the learner. May be repeated.")
            .Audited(AuditActs.RosterJoined, RouteNames.Institution, RouteNames.Learner);

        api.MapDelete("/institutions/{institutionId}/roster/{learnerId}", DeleteAsync)
            .WithTags(Tag)
            .Requires(Access.Operate)
            .Describe("DeleteRosterEntry", "Takes a learner off an institution's roster.", "Holds on all nodes within seconds. What was claimed stays claimed.")
            .Audited(AuditActs.RosterLeft, RouteNames.Institution, RouteNames.Learner);

        api.MapGet("/institutions/{institutionId}/roster", ListAsync)
            .WithTags(Tag)
            .Requires(Access.Roster)
            .Describe("ListRoster", "Lists the learners on an institution's roster in order of their ids.", "To operators and to the institution.")
            .TakesQuery(QueryParameter.Limit, QueryParameter.Cursor)
            .MayAnswer(ProblemTypes.InvalidCursor)
            .ShowsAnswer("""{ "items": [{ "learnerId": "dr-lee" }] }""");
    }

    private static async Task<Results<NoContent, ProblemAnswer>> PutAsync(string institutionId, string learnerId, IGrainFactory grains)
    {
        if (await grains.GetGrain<ILearnerGrain>(learnerId).GetProfileAsync() is null)
        {
            return (ProblemAnswer)Problem.NotFound;
        }

        await EntryOf(grains, institutionId, learnerId).JoinAsync();
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemAnswer>> DeleteAsync(string institutionId, string learnerId, IGrainFactory grains) =>
        await EntryOf(grains, institutionId, learnerId).LeaveAsync() ? TypedResults.NoContent() : (ProblemAnswer)Problem.NotFound;

    private static async Task<Ok<RosterResponse>> ListAsync(string institutionId, HttpContext context, IGrainFactory grains)
    {
        var page = PageRequest.Read(context);
        var ids = await grains.GetGrain<IDirectoryGrain>(DirectoryKey).ListRosterAsync(institutionId, page.After, page.Limit + 1);
        var items = ids.Take(page.Limit).Select(id => new RosterEntryResponse(id)).ToArray();
        return TypedResults.Ok(new RosterResponse(items, page.Finish(ids.Length > page.Limit ? ids[page.Limit - 1] : null)));
    }

    private static IRosterEntryGrain EntryOf(IGrainFactory grains, string institutionId, string learnerId) =>
        grains.GetGrain<IRosterEntryGrain>($"{institutionId}/{learnerId}");
}

/// <summary>A page of a roster.</summary>
internal sealed record RosterResponse(IReadOnlyList<RosterEntryResponse> Items, string? NextCursor);

/// <summary>A learner on a roster.</summary>
internal sealed record RosterEntryResponse(string LearnerId);
