using CmeOrleans.WebApi.Accounts;
using CmeOrleans.WebApi.Accounts.Sessions;
using CmeOrleans.WebApi.ApiKeys;
using CmeOrleans.WebApi.Audit;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Certificates;
using CmeOrleans.WebApi.Claims;
using CmeOrleans.WebApi.Courses;
using CmeOrleans.WebApi.CreditTypes;
using CmeOrleans.WebApi.Earnings;
using CmeOrleans.WebApi.Idempotency;
using CmeOrleans.WebApi.Institutions;
using CmeOrleans.WebApi.Json;
using CmeOrleans.WebApi.Learners;
using CmeOrleans.WebApi.Licences;
using CmeOrleans.WebApi.OpenApi;
using CmeOrleans.WebApi.Operations;
using CmeOrleans.WebApi.Pages;
using CmeOrleans.WebApi.Pages.Files;
using CmeOrleans.WebApi.Pages.Public;
using CmeOrleans.WebApi.Paging;
using CmeOrleans.WebApi.Payments;
using CmeOrleans.WebApi.Problems;
using CmeOrleans.WebApi.Providers;
using CmeOrleans.WebApi.Reports;
using CmeOrleans.WebApi.Support;
using CmeOrleans.WebApi.Transcripts;
using CmeOrleans.WebApi.Verifications;

namespace CmeOrleans.WebApi;

/// <summary>Everything about requests: what a host adds and maps to serve the API and the web app.</summary>
/// <remarks>
/// The host provides <c>IGrainFactory</c> and <c>IPseudonyms</c>; it may register an <see cref="IBootstrapKey"/> and a
/// <see cref="TimeProvider"/> before calling <see cref="AddFrontDoor"/>.
/// </remarks>
public static class FrontDoor
{
    public static IServiceCollection AddFrontDoor(this IServiceCollection services)
    {
        services.AddFrontDoorAuth();
        services.AddFrontDoorRateLimits();
        services.AddFrontDoorOpenApi();
        services.AddPages();
        services.AddAccounts();
        services.AddOptions<ProvidersOptions>().BindConfiguration(ProvidersOptions.SectionName);
        services.AddSingleton<CommandsInFlight>();
        services.AddSingleton<BatchRecorder>();
        services.AddSingleton<LearnerPseudonyms>();
        services.AddSingleton<AuditTrail>();
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        return services;
    }

    /// <summary>Adds the pipeline and maps all routes. What the host maps besides, such as health, gets problem documents and headers too.</summary>
    /// <param name="app">The application; nothing may stand before in its pipeline that answers on its own.</param>
    /// <param name="useGate">Adds what stands before routing and may turn requests away; its answers get headers and problem documents too.</param>
    public static void MapFrontDoor(this WebApplication app, Action<IApplicationBuilder>? useGate = null)
    {
        app.Use(static (context, next) =>
        {
            SecurityHeaders.Apply(context.Response);
            return next(context);
        });
        app.UseMiddleware<ProblemMiddleware>();
        useGate?.Invoke(app);
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<SessionMiddleware>();

        // After sign-in, since callers have limits of their own. Who cannot sign in is slowed by FailedGuesses.
        app.UseRateLimiter();
        app.UseMiddleware<RequestRules>();
        app.UsePageCompression();

        app.MapApi();
        app.MapOpenApiDocument();
        app.MapStripeWebhook();
        app.MapPageFiles();
        app.MapPublicPages();
        app.MapSite();
    }

    private static void MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/v1").WithMetadata(AllowedQuery.None).MayAnswer(
            ProblemTypes.InvalidRequest,
            ProblemTypes.NotFound,
            ProblemTypes.RateLimited,
            ProblemTypes.InternalError,
            ProblemTypes.Unavailable,
            ProblemTypes.Overloaded,
            ProblemTypes.LedgerUnavailable);
        api.MapVerifications();

        var known = api.MapGroup("").MayAnswer(ProblemTypes.Unauthorized);
        known.MapMe();
        known.MapApiKeys();
        known.MapProviders();
        known.MapCreditTypes();
        known.MapCourses();
        known.MapCourseLedgers();
        known.MapLearners();
        known.MapMemberships();
        known.MapInvitations();
        known.MapMembershipCheckouts();
        known.MapLearnerLedgers();
        known.MapEarnings();
        known.MapEarningsBatch();
        known.MapClaims();
        known.MapClaimLists();
        known.MapDocuments();
        known.MapEvaluations();
        known.MapCourseEvaluations();
        known.MapTranscripts();
        known.MapReports();
        known.MapRequirements();
        known.MapLicences();
        known.MapProgress();
        known.MapRosters();
        known.MapTrialBalance();
        known.MapCheckpoints();
        known.MapOutbox();
        known.MapAuditEntries();
        known.MapSupport();
    }
}
