using CmeOrleans.Grains.Interfaces.Licences;
using CmeOrleans.WebApi.Audit;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Json;
using CmeOrleans.WebApi.OpenApi;
using CmeOrleans.WebApi.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CmeOrleans.WebApi.Licences;

/// <summary>For which licences a learner collects credit.</summary>
internal static class LicencesEndpoints
{
    private const string Example = """
        { "licences": [{ "requirementId": "us-tx-mdo", "number": "K1234", "cycleEndsOn": "2027-02-28" }] }
        """;

    private const string Shown = """
        {
          "licences": [
            {
              "licenceId": "lic_0199a1b2-0000-7000-8000-000000000007",
              "requirementId": "us-tx-mdo",
              "number": "K1234",
              "cycleEndsOn": "2027-02-28"
            }
          ]
        }
        """;

    public static void MapLicences(this IEndpointRouteBuilder api)
    {
        api.MapPut("/learners/{learnerId}/licences", PutAsync)
            .WithTags("Licences")
            .Requires(Access.BeLearner)
            .Describe("PutLicences", "Replaces the list of a learner's licences.",
                "At most 20, one for each requirement. A licence that is sent without an id keeps that of the stored one under the same requirement. Numbers are encrypted at rest.")
            .TakesIfMatch()
            .TakesBody<LicencesRequest>(Example)
            .ShowsAnswer(Shown)
            .AuditedUnlessOwn(AuditActs.LicencesWritten, RouteNames.Learner);

        api.MapGet("/learners/{learnerId}/licences", GetAsync)
            .WithTags("Licences")
            .Requires(Access.Learner)
            .Describe("GetLicences", "Lists a learner's licences.", "Empty, and without an ETag, before the first write. Institutions are not shown the numbers.")
            .TakesIfNoneMatch()
            .ShowsAnswer(Shown);
    }

    private static async Task<Results<Ok<LicencesResponse>, CreatedAnswer<LicencesResponse>, ProblemAnswer>> PutAsync(
        string learnerId, HttpContext context, IGrainFactory grains)
    {
        var licences = (await JsonBody.ReadAsync<LicencesRequest>(context)).ToList();
        var grain = grains.GetGrain<ILicencesGrain>(learnerId);

        // Before the first write there is a list to read, and nothing that If-Match could name.
        var ifMatch = await ETags.RequiredAsync(context, async () => await grain.GetAsync() is { ETag: { Length: > 0 } etag } ? etag : null);
        return VersionedAnswers.Written(context, await grain.PutAsync(licences, ifMatch), LicencesResponse.From);
    }

    private static async Task<Results<Ok<LicencesResponse>, NotModified, ProblemAnswer>> GetAsync(string learnerId, HttpContext context, IGrainFactory grains)
    {
        var stored = await grains.GetGrain<ILicencesGrain>(learnerId).GetAsync();
        Func<LicenceList, LicencesResponse> show = Caller.Of(context).Role is CallerRole.Institution ? LicencesResponse.WithoutNumbers : LicencesResponse.From;
        return stored is { ETag.Length: 0 }
            ? TypedResults.Ok(show(stored.Value))
            : VersionedAnswers.Read(context, stored, show);
    }
}
