using CmeOrleans.WebApi.Accounts.Sessions;
using CmeOrleans.WebApi.Pages.Account;
using CmeOrleans.WebApi.Pages.Forms;
using CmeOrleans.WebApi.Pages.Membership;
using CmeOrleans.WebApi.Pages.Shell;
using CmeOrleans.WebApi.Pages.Support;
using Microsoft.AspNetCore.ResponseCompression;

namespace CmeOrleans.WebApi.Pages;

/// <summary>Registers what pages need, and maps those of the web app.</summary>
internal static class PagesRegistration
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddFormLimits();
        services.AddAntiforgery(options =>
        {
            options.Cookie = new SecureCookie("cme-form") { SameSite = SameSiteMode.Strict };
            options.FormFieldName = "form-token";

            // The headers of all answers say it, and say more.
            options.SuppressXFrameOptionsHeader = true;
        });

        // Safe although pages hold a token and travel over TLS: the token is encrypted anew for each page, so that its
        // length and bytes tell nothing from one answer to the next, and no page repeats text out of its address.
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevelOfPages);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevelOfPages);
        return services;
    }

    /// <summary>Compresses pages and nothing else: files are compressed when they are built, and answers of the API stay as they are.</summary>
    public static void UsePageCompression(this IApplicationBuilder app) =>
        app.UseWhen(PageMetadata.IsOf, static branch => branch.UseResponseCompression());

    public static void MapSite(this IEndpointRouteBuilder routes)
    {
        routes.MapAccountPages();
        routes.MapMembershipPages();
        routes.MapSupportPages();
    }

    private const System.IO.Compression.CompressionLevel CompressionLevelOfPages = System.IO.Compression.CompressionLevel.Fastest;
}
