using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Licences;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Idempotency;
using CmeOrleans.WebApi.OpenApi;
using CmeOrleans.WebApi.Paging;
using CmeOrleans.WebApi.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CmeOrleans.WebApi.Licences;

/// <summary>How far a learner is with what licences ask for.</summary>
internal static class ProgressEndpoint
{
    private const string Example = """
        {
          "on": "2026-11-22",
          "version": 2,
          "items": [
            {
              "licenceId": "lic_0199a1b2-0000-7000-8000-000000000007",
              "requirementId": "us-tx-mdo",
              "authority": "Texas Medical Board",
              "jurisdiction": "Texas",
              "cycle": { "from": "2025-03-01", "to": "2027-02-28", "daysLeft": 98 },
              "buckets": [
                { "bucketId": "category-1", "name": "Category 1", "unit": "credit", "required": 24, "counted": 0.5, "claimable": 1, "missing": 23.5 }
              ],
              "alsoAskedFor": ["2 credits of Category 1 on ethics or professional responsibility, in each cycle"],
              "credits": [
                {
                  "completedOn": "2026-03-02",
                  "courseId": "peds-2026",
                  "courseTitle": "Pediatrics Update 2026",
                  "topicId": "asthma",
                  "topicTitle": "Asthma in school-age children",
                  "creditType": "AMA_PRA_1",
                  "amount": 0.5,
                  "standing": "counted",
                  "buckets": ["category-1"],
                  "claimId": "clm_0199a1b2-0000-7000-8000-000000000003"
                }
              ],
              "creditsLeftOut": 0
            }
          ]
        }
        """;

    private static readonly QueryParameter LicenceId = new("licenceId", "Only this licence.");

    public static void MapProgress(this IEndpointRouteBuilder api) => api.MapGet("/learners/{learnerId}/progress", GetAsync)
        .WithTags("Licences")
        .Requires(Access.Learner)
        .Describe("GetProgress", "Shows how far a learner is with what each licence asks for.",
            "Counted is credit that is claimed and awarded, by the date completed, inside the cycle; one completion counts once. Claimable is what claiming would add. Each licence lists up to 500 credits, the newest first, with the reason where one does not count.")
        .TakesQuery(LicenceId)
        .MayAnswer(RefusalTypes.TooMuchToCount)
        .ShowsAnswer(Example);

    private static async Task<Results<Ok<ProgressResponse>, ProblemAnswer>> GetAsync(string learnerId, HttpContext context, IGrainFactory grains)
    {
        var query = new ProgressQuery { LicenceId = context.Request.Query[LicenceId.Name].FirstOrDefault(), WithCredits = true };
        var answer = await grains.GetGrain<IProgressGrain>(learnerId).ReadAsync(query);
        return answer is { Outcome: Outcome.Done, Value: { } progress }
            ? TypedResults.Ok(ProgressResponse.From(progress))
            : (ProblemAnswer)CommandAnswers.ProblemOf(answer);
    }
}
