namespace CmeOrleans.WebApi.Pages.Files;

/// <summary>The files that pages load, and where they are.</summary>
internal static class PageFiles
{
    /// <summary>Bootstrap's style sheet and ours on top of it.</summary>
    public static PageFile Style { get; } = new("site.css", "text/css; charset=utf-8");

    /// <summary>Live totals and select-all. Every page works without it.</summary>
    public static PageFile Script { get; } = new("site.js", "text/javascript; charset=utf-8");

    public static PageFile Icon { get; } = new("icon.svg", "image/svg+xml");

    /// <summary>The style sheet of the pages for everybody, which are read once and must not weigh much.</summary>
    public static PageFile PublicStyle { get; } = new("public.css", "text/css; charset=utf-8");

    /// <summary>Compares a file with a certificate. Pages for everybody work without it.</summary>
    public static PageFile PublicScript { get; } = new("public.js", "text/javascript; charset=utf-8");

    public static void MapPageFiles(this IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        foreach (var file in (ReadOnlySpan<PageFile>)[Style, Script, Icon, PublicStyle, PublicScript])
        {
            files.MapGet(file.Path, context => file.Show(context).ExecuteAsync(context));
        }
    }
}
