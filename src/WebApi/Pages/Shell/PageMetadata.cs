namespace CmeOrleans.WebApi.Pages.Shell;

/// <summary>Marks an endpoint that answers with pages: its faults are pages too, and what it sends is compressed.</summary>
internal sealed class PageMetadata
{
    private PageMetadata()
    {
    }

    public static PageMetadata Instance { get; } = new();

    public static bool IsOf(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<PageMetadata>() is not null;
}
