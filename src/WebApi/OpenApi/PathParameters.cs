using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.OpenApi;

/// <summary>The ids in addresses, for the reader of the OpenAPI document.</summary>
internal static class PathParameters
{
    public static (string Description, JsonNode Example) Describe(string name) => name switch
    {
        RouteNames.Learner => ("The learner, by the id that the client chose.", "dr-lee"),
        RouteNames.Course => ("The course, by the id that the client chose.", "peds-2026"),
        RouteNames.Provider => ("The provider, by the id that the client chose.", "lakeside"),
        RouteNames.Institution => ("The institution, by the id that the client chose.", "st-mary"),
        RouteNames.Earning => ("The earning.", "ern_0199a1b2-0000-7000-8000-000000000001"),
        RouteNames.Claim => ("The claim.", "clm_0199a1b2-0000-7000-8000-000000000003"),
        RouteNames.Certificate => ("The certificate.", "crt_0199a1b2-0000-7000-8000-000000000004"),
        RouteNames.Board => ($"The board that the copy is for: {string.Join(" or ", BoardNames.Codes.Select(board => $"{board}, the {BoardNames.Of(board)}"))}.", BoardNames.Codes[0]),
        RouteNames.ApiKey => ("The API key.", "key_0199a1b2-0000-7000-8000-000000000009"),
        RouteNames.SupportRequest => ("The number of the request.", "S-1042"),
        _ => ("The verification code, as it stands on the certificate; case, dashes and spaces do not matter.", "3QWER-TYPAS-DFGHJ-KZXCV-BNM012"),
    };

    /// <summary>The only values it may have; any when empty.</summary>
    public static ImmutableArray<string> ValuesOf(string name) => name is RouteNames.Board ? BoardNames.Codes : [];

    /// <summary>What the id must look like, where that is part of the contract.</summary>
    public static string? PatternOf(string name) =>
        name is RouteNames.Learner or RouteNames.Course or RouteNames.Provider or RouteNames.Institution ? Ids.Pattern : null;
}
