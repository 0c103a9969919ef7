using CmeOrleans.Grains.Interfaces.Providers;
using CmeOrleans.WebApi.Audit;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Json;
using CmeOrleans.WebApi.OpenApi;
using CmeOrleans.WebApi.Paging;
using CmeOrleans.WebApi.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CmeOrleans.WebApi.Providers;

/// <summary>Accredited providers.</summary>
internal static class ProvidersEndpoints
{
    private const string Example = """
        {
          "name": "Lakeside Institute for Medical Education",
          "address": "12 Shore Road, Madison, WI 53703, USA",
          "acmeProviderId": "0001234",
          "accreditationStatement": "The Lakeside Institute for Medical Education is accredited by the ACCME to provide continuing medical education for physicians.",
          "jointProviders": [],
          "signatory": { "name": "Ruth Okafor, MD", "title": "Director" },
          "timeZone": "America/Chicago"
        }
        """;

    private const string AnswerExampleText = """
        {
          "providerId": "lakeside",
          "name": "Lakeside Institute for Medical Education",
          "address": "12 Shore Road, Madison, WI 53703, USA",
          "acmeProviderId": "0001234",
          "accreditationStatement": "The Lakeside Institute for Medical Education is accredited by the ACCME to provide continuing medical education for physicians.",
          "jointProviders": [],
          "signatory": { "name": "Ruth Okafor, MD", "title": "Director" },
          "timeZone": "America/Chicago"
        }
        """;

    private const string ListExample = $$"""
        { "items": [{{AnswerExampleText}}] }
        """;

    public static void MapProviders(this IEndpointRouteBuilder api)
    {
        api.MapGet("/providers", ListAsync)
            .WithTags("Providers")
            .Requires(Access.Operate)
            .Describe("ListProviders", "Lists providers in order of their ids.", "For operators: a provider sees its own record alone.")
            .TakesQuery(QueryParameter.Limit, QueryParameter.Cursor)
            .MayAnswer(ProblemTypes.InvalidCursor)
            .ShowsAnswer(ListExample);

        var provider = api.MapGroup("/providers/{providerId}").WithTags("Providers").Requires(Access.Provider);

        provider.MapPut("", PutAsync)
            .Describe("PutProvider", "Creates or replaces a provider's record.", "Certificates made before keep the name and statement that they were made with.")
            .TakesIfMatch()
            .TakesBody<ProviderRequest>(Example)
            .ShowsAnswer(AnswerExampleText)
            .Audited(AuditActs.ProviderWritten, RouteNames.Provider);

        provider.MapGet("", GetAsync)
            .Describe("GetProvider", "Shows a provider's record.", "Operators see all, a provider its own.")
            .TakesIfNoneMatch()
            .ShowsAnswer(AnswerExampleText);
    }

    private static async Task<Ok<ProvidersResponse>> ListAsync(HttpContext context, IGrainFactory grains)
    {
        var page = PageRequest.Read(context);
        var (providers, next) = await ProviderListing.ReadPageAsync(grains, page.After, page.Limit);
        return TypedResults.Ok(new ProvidersResponse(
            [.. providers.Select(provider => ProviderResponse.From(provider.ProviderId, provider.Record))], page.Finish(next)));
    }

    private static async Task<Results<Ok<ProviderResponse>, CreatedAnswer<ProviderResponse>, ProblemAnswer>> PutAsync(
        string providerId, HttpContext context, IGrainFactory grains)
    {
        var record = (await JsonBody.ReadAsync<ProviderRequest>(context)).ToRecord();
        var grain = grains.GetGrain<IProviderGrain>(providerId);
        var ifMatch = await ETags.RequiredAsync(context, async () => (await grain.GetAsync())?.ETag);
        return VersionedAnswers.Written(context, await grain.PutAsync(record, ifMatch), stored => ProviderResponse.From(providerId, stored));
    }

    private static async Task<Results<Ok<ProviderResponse>, NotModified, ProblemAnswer>> GetAsync(
        string providerId, HttpContext context, IGrainFactory grains) =>
        VersionedAnswers.Read(
            context, await grains.GetGrain<IProviderGrain>(providerId).GetAsync(), stored => ProviderResponse.From(providerId, stored));
}
