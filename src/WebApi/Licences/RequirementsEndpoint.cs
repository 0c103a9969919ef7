using CmeOrleans.Grains.Interfaces.Directory;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.OpenApi;
using CmeOrleans.WebApi.Paging;
using CmeOrleans.WebApi.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CmeOrleans.WebApi.Licences;

/// <summary>What authorities ask for, as far as it is counted here.</summary>
internal static class RequirementsEndpoint
{
    private const string GrainKey = "api";

    private const string Example = """
        {
          "items": [
            {
              "requirementId": "us-tx-mdo",
              "authority": "Texas Medical Board",
              "jurisdiction": "Texas",
              "professions": ["physicianMd", "physicianDo"],
              "cycleMonths": 24,
              "cycleEnd": "28 February, 31 May, 31 August or 30 November, by licence",
              "buckets": [
                { "bucketId": "total", "name": "All credit", "minimum": 48, "unit": "credit", "creditTypes": ["AMA_PRA_1", "AMA_PRA_2"] },
                { "bucketId": "category-1", "name": "Category 1", "minimum": 24, "unit": "credit", "creditTypes": ["AMA_PRA_1"] }
              ],
              "alsoAskedFor": ["2 credits of Category 1 on ethics or professional responsibility, in each cycle"],
              "notes": ["Up to 48 credits above the minimum may be carried over to the next period."],
              "effectiveFrom": "2026-02-01",
              "source": "22 TAC 161.35",
              "asOf": "2026-02-01",
              "confidence": "high"
            }
          ]
        }
        """;

    public static void MapRequirements(this IEndpointRouteBuilder api) => api.MapGet("/requirements", ListAsync)
        .WithTags("Licences")
        .Requires(Access.Anybody)
        .Describe("ListRequirements", "Lists what authorities ask for in each cycle of a licence.",
            "For every caller. Minima of credit are counted; what alsoAskedFor and notes say is not. asOf is the first day of the month that the source is of.")
        .TakesQuery(QueryParameter.Limit, QueryParameter.Cursor)
        .MayAnswer(ProblemTypes.InvalidCursor)
        .ShowsAnswer(Example);

    private static async Task<Ok<RequirementsResponse>> ListAsync(HttpContext context, IGrainFactory grains)
    {
        var page = PageRequest.Read(context);
        var all = await grains.GetGrain<IDirectoryGrain>(GrainKey).ListRequirementsAsync();
        var start = (int)Math.Min(page.AfterNumber(), all.Length);
        var end = Math.Min(start + page.Limit, all.Length);
        var next = end < all.Length ? page.Finish($"{end}") : null;
        return TypedResults.Ok(new RequirementsResponse([.. all[start..end].Select(RequirementResponse.From)], next));
    }
}
