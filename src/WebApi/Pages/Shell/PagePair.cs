namespace CmeOrleans.WebApi.Pages.Shell;

/// <summary>The operations of the API that do what a page does: whatever a person can do here, a program can do there, under the same rules.</summary>
/// <param name="OperationIds">As the OpenAPI document names them.</param>
internal sealed record PagePair(IReadOnlyList<string> OperationIds);

/// <summary>Why a page does what no operation of the API does.</summary>
/// <param name="Reason">A sentence.</param>
internal sealed record PageWithoutPair(string Reason);

/// <summary>How pages name their pairs. Each page has either operations or a reason to have none.</summary>
internal static class PagePairExtensions
{
    public static RouteHandlerBuilder PairedWith(this RouteHandlerBuilder page, params string[] operationIds) => page.WithMetadata(new PagePair(operationIds));

    public static TBuilder StandsAlone<TBuilder>(this TBuilder pages, string reason)
        where TBuilder : IEndpointConventionBuilder => pages.WithMetadata(new PageWithoutPair(reason));
}
