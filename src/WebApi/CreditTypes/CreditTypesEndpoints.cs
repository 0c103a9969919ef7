using CmeOrleans.Grains.Interfaces.Directory;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Json;
using CmeOrleans.WebApi.OpenApi;
using CmeOrleans.WebApi.Paging;
using CmeOrleans.WebApi.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CmeOrleans.WebApi.CreditTypes;

/// <summary>The kinds of credit there are.</summary>
internal static class CreditTypesEndpoints
{
    private const string GrainKey = "api";

    public static void MapCreditTypes(this IEndpointRouteBuilder api) => api.MapGet("/credit-types", ListAsync)
        .WithTags("Credit types")
        .Requires(Access.Anybody)
        .Describe("ListCreditTypes", "Lists the credit types.", "For every caller. Amounts that are earned and claimed are multiples of a type's step.")
        .TakesQuery(QueryParameter.Limit, QueryParameter.Cursor)
        .MayAnswer(ProblemTypes.InvalidCursor)
        .ShowsAnswer("""
            {
              "items": [
                {
                  "code": "AMA_PRA_1",
                  "name": "AMA PRA Category 1",
                  "owner": "American Medical Association",
                  "unit": "credit",
                  "step": 0.25,
                  "professions": ["physicianMd", "physicianDo"],
                  "certificateKind": "participation",
                  "selfReportable": false
                }
              ]
            }
            """);

    private static async Task<Ok<CreditTypesResponse>> ListAsync(HttpContext context, IGrainFactory grains)
    {
        var page = PageRequest.Read(context);
        var types = await grains.GetGrain<IDirectoryGrain>(GrainKey).ListCreditTypesAsync();
        var start = (int)Math.Min(page.AfterNumber(), types.Length);
        var end = Math.Min(start + page.Limit, types.Length);
        var next = end < types.Length ? page.Finish($"{end}") : null;
        return TypedResults.Ok(new CreditTypesResponse([.. types[start..end].Select(CreditTypeResponse.From)], next));
    }
}

/// <summary>Credit types, in the order in which forms offer them.</summary>
internal sealed record CreditTypesResponse(IReadOnlyList<CreditTypeResponse> Items, string? NextCursor);

/// <summary>One kind of credit.</summary>
internal sealed record CreditTypeResponse(
    string Code,
    string Name,
    string Owner,
    string Unit,
    Credits Step,
    IReadOnlyList<string> Professions,
    string CertificateKind,
    bool SelfReportable)
{
    public static CreditTypeResponse From(CreditTypeView type) => new(
        type.Code, type.Name, type.Owner, type.Unit, new(type.StepHundredths), type.Professions, type.CertificateKind, type.SelfReportable);
}
