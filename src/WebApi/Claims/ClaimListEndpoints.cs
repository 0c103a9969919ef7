using System.Globalization;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.OpenApi;
using CmeOrleans.WebApi.Paging;
using CmeOrleans.WebApi.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CmeOrleans.WebApi.Claims;

/// <summary>Claims that were made.</summary>
internal static class ClaimListEndpoints
{
    private const string SortDefault = "-claimedAt";

    private static readonly QueryParameter Sort = QueryParameter.Sort("claimedAt", "earnedYear", "credits");
    private static readonly QueryParameter CreditType = new("creditType", "Only claims of this type.");
    private static readonly QueryParameter Year = new("year", "Only claims whose latest topic was completed in this year.") { IsInteger = true };

    public static void MapClaimLists(this IEndpointRouteBuilder api)
    {
        var claims = api.MapGroup("/learners/{learnerId}/claims").WithTags("Claims").Requires(Access.Learner);

        claims.MapGet("", ListAsync)
            .Describe("ListClaims", "Lists a learner's claims.", "Newest first unless asked otherwise.")
            .TakesQuery(CreditType, Year, Sort, QueryParameter.Limit, QueryParameter.Cursor)
            .MayAnswer(ProblemTypes.InvalidCursor)
            .ShowsAnswer(ClaimExamples.List);

        claims.MapGet("/{claimId}", GetAsync)
            .Describe("GetClaim", "Shows a claim as it stands now.", "Status is valid, flagged when an earning of it was taken back, or voided.")
            .ShowsAnswer(ClaimExamples.Claim);
    }

    private static async Task<Results<Ok<ClaimsResponse>, ProblemAnswer>> ListAsync(string learnerId, HttpContext context, IGrainFactory grains)
    {
        var request = PageRequest.Read(context);
        var query = context.Request.Query;
        var page = await grains.GetGrain<ILearnerGrain>(learnerId).GetClaimsAsync(new()
        {
            CreditType = query[CreditType.Name].FirstOrDefault(),
            Year = query[Year.Name].FirstOrDefault() is { } year ? ParseYear(year) : null,
            Sort = query[Sort.Name].FirstOrDefault() ?? SortDefault,
            Limit = request.Limit,
            After = request.After,
        });
        return page is null
            ? (ProblemAnswer)Problem.NotFound
            : TypedResults.Ok(new ClaimsResponse([.. page.Items.Select(ClaimResponse.From)], page.Version, request.Finish(page.Next)));
    }

    private static async Task<Results<Ok<ClaimResponse>, ProblemAnswer>> GetAsync(string learnerId, string claimId, IGrainFactory grains) =>
        await grains.GetGrain<ILearnerGrain>(learnerId).GetClaimAsync(claimId) is { } claim
            ? TypedResults.Ok(ClaimResponse.From(claim))
            : (ProblemAnswer)Problem.NotFound;

    private static int ParseYear(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is >= CalendarYears.Min and <= CalendarYears.Max
            ? year
            : throw new ProblemException(Problem.InvalidRequest("#year", "not-a-year", $"A year is {CalendarYears.Min} to {CalendarYears.Max}."));
}

/// <summary>A page of claims, and the seq of the ledger's last row that it takes in.</summary>
internal sealed record ClaimsResponse(IReadOnlyList<ClaimResponse> Items, long Version, string? NextCursor);
