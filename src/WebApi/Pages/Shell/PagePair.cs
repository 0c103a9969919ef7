namespace CmeOrleans.WebApi.Pages.Shell;

/// <summary>The operations of the API that do what a page does: whatever a person can do here, a program can do there, under the same rules.</summary>
/// <param name="OperationIds">As the OpenAPI document names them.</param>
internal sealed record PagePair(IReadOnlyList<string> OperationIds);

/// <summary>How pages name their pairs.</summary>
internal static class PagePairExtensions
{
    public static RouteHandlerBuilder PairedWith(this RouteHandlerBuilder page, params string[] operationIds) => page.WithMetadata(new PagePair(operationIds));
}
