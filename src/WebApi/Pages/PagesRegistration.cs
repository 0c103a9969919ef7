using System.IO.Compression;
using CmeOrleans.WebApi.Accounts.Sessions;
using CmeOrleans.WebApi.Pages.Account;
using CmeOrleans.WebApi.Pages.Claimed;
using CmeOrleans.WebApi.Pages.Claiming;
using CmeOrleans.WebApi.Pages.Courses;
using CmeOrleans.WebApi.Pages.Dashboard;
using CmeOrleans.WebApi.Pages.Forms;
using CmeOrleans.WebApi.Pages.Keys;
using CmeOrleans.WebApi.Pages.Licences;
using CmeOrleans.WebApi.Pages.Membership;
using CmeOrleans.WebApi.Pages.Operations;
using CmeOrleans.WebApi.Pages.Profiles;
using CmeOrleans.WebApi.Pages.Providers;
using CmeOrleans.WebApi.Pages.Shell;
using CmeOrleans.WebApi.Pages.Support;
using CmeOrleans.WebApi.Pages.Transcripts;
using Microsoft.AspNetCore.ResponseCompression;

namespace CmeOrleans.WebApi.Pages;

/// <summary>Registers what pages need, and maps those of the web app.</summary>
internal static class PagesRegistration
{
    // More would cost more time than it saves on the way: a page is compressed for one visitor only.
    private const CompressionLevel PageCompression = CompressionLevel.Fastest;

    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddFormLimits();
        services.AddSingleton<ChooseModels>();
        services.AddSingleton<ClaimFlow>();
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
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = PageCompression);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = PageCompression);
        return services;
    }

    /// <summary>Compresses pages and nothing else: files are compressed when they are built, and answers of the API stay as they are.</summary>
    public static void UsePageCompression(this IApplicationBuilder app) =>
        app.UseWhen(PageMetadata.IsOf, static branch => branch.UseResponseCompression());

    public static void MapSite(this IEndpointRouteBuilder routes)
    {
        routes.MapDashboardPages();
        routes.MapClaimPages();
        routes.MapClaimedPages();
        routes.MapTranscriptPages();
        routes.MapLicencePages();
        routes.MapProfilePages();
        routes.MapKeyPages();
        routes.MapMembershipPages();
        routes.MapSupportPages();
        routes.MapAccountPages();
        routes.MapCoursePages();
        routes.MapCourseEditorPages();
        routes.MapCourseLedgerPages();
        routes.MapCourseEvaluationPages();
        routes.MapProviderPages();
        routes.MapProviderListPages();
        routes.MapOperationsPages();
        routes.MapOperatorKeyPages();
        routes.MapAuditPages();
    }
}
