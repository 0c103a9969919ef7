using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.WebApi.Audit;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Json;
using CmeOrleans.WebApi.OpenApi;
using CmeOrleans.WebApi.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CmeOrleans.WebApi.Learners;

/// <summary>Who the learners are.</summary>
internal static class LearnersEndpoints
{
    private const string Example = """
        {
          "displayName": "Min-jun Lee, MD",
          "profession": "physicianMd",
          "degrees": "MD",
          "email": "lee@clinic.example",
          "boardIds": { "abp": "123456" },
          "birthMonthDay": "04-17",
          "reportingConsent": { "abp": true }
        }
        """;

    private const string Shown = """
        {
          "learnerId": "dr-lee",
          "displayName": "Min-jun Lee, MD",
          "profession": "physicianMd",
          "degrees": "MD",
          "email": "lee@clinic.example",
          "boardIds": { "abp": "123456" },
          "birthMonthDay": "04-17",
          "reportingConsent": { "abp": true }
        }
        """;

    public static void MapLearners(this IEndpointRouteBuilder api)
    {
        api.MapPut("/learners/{learnerId}", PutAsync)
            .WithTags("Learners")
            .Requires(Access.BeLearner)
            .Describe("PutLearner", "Creates or replaces a learner's profile.", "Certificates made before keep the name that they were made with. Only month and day of birth are asked for, never the year.")
            .TakesIfMatch()
            .TakesBody<LearnerRequest>(Example)
            .ShowsAnswer(Shown)
            .AuditedUnlessOwn(AuditActs.LearnerWritten, RouteNames.Learner);

        api.MapGet("/learners/{learnerId}", GetAsync)
            .WithTags("Learners")
            .Requires(Access.Learner)
            .Describe("GetLearner", "Shows a learner's profile.", "To operators, to the learner and to institutions that have the learner on their roster.")
            .TakesIfNoneMatch()
            .ShowsAnswer(Shown);
    }

    private static async Task<Results<Ok<LearnerResponse>, CreatedAnswer<LearnerResponse>, ProblemAnswer>> PutAsync(
        string learnerId, HttpContext context, IGrainFactory grains)
    {
        var profile = (await JsonBody.ReadAsync<LearnerRequest>(context)).ToProfile();
        var learner = grains.GetGrain<ILearnerGrain>(learnerId);
        var ifMatch = await ETags.RequiredAsync(context, async () => (await learner.GetProfileAsync())?.ETag);
        return VersionedAnswers.Written(
            context, await learner.PutProfileAsync(profile, ifMatch), stored => LearnerResponse.From(learnerId, stored));
    }

    private static async Task<Results<Ok<LearnerResponse>, NotModified, ProblemAnswer>> GetAsync(
        string learnerId, HttpContext context, IGrainFactory grains) =>
        VersionedAnswers.Read(
            context, await grains.GetGrain<ILearnerGrain>(learnerId).GetProfileAsync(), stored => LearnerResponse.From(learnerId, stored));
}
