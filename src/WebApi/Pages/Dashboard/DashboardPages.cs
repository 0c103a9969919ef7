using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces.Directory;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Interfaces.Licences;
using CmeOrleans.Grains.Interfaces.Reports;
using CmeOrleans.Silo.Faults;
using CmeOrleans.WebApi.Pages.Claiming;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Dashboard;

/// <summary>The start page of a learner.</summary>
internal static class DashboardPages
{
    private const int ExpiringDays = 90;
    private const int RowsMax = 5;
    private const string DirectoryKey = "pages";

    public static void MapDashboardPages(this IEndpointRouteBuilder routes) =>
        routes.MapLearnerPages().MapGet("/", ShowAsync).PairedWith("GetLearner", "GetBalance", "ListCredits", "ListClaims", "GetMembership", "ListReports", "GetProgress");

    private static async Task<IResult> ShowAsync(HttpContext context, IGrainFactory grains, TimeProvider time)
    {
        var learnerId = PageRoutes.LearnerOf(context);
        var learner = grains.GetGrain<ILearnerGrain>(learnerId);
        var types = await CreditTypeNames.ReadAsync(grains);
        if (await learner.GetProfileAsync() is not { } profile || await ClaimableCredits.ReadAsync(grains, learnerId) is not { } claimable)
        {
            return PageAnswer.Show<DashboardPage, DashboardModel>(new() { DisplayName = null, Types = types });
        }

        var licences = await ReadLicencesAsync(grains, learnerId);
        var lastDay = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(ExpiringDays);
        return PageAnswer.Show<DashboardPage, DashboardModel>(new()
        {
            DisplayName = profile.Value.DisplayName,
            Types = types,
            Available = claimable.Types,
            Type = claimable.TypeOf(""),
            Expiring = [.. claimable.Credits.Where(credit => credit.ClaimBy <= lastDay).OrderBy(credit => credit.ClaimBy).Take(RowsMax)],
            Earned = [.. claimable.Credits.Take(RowsMax)],
            Balances = (await learner.GetBalanceAsync())?.Balances ?? [],
            Claims = (await learner.GetClaimsAsync(new() { Sort = "-claimedAt", Limit = RowsMax }))?.Items ?? [],
            Membership = (await grains.GetGrain<IMembershipGrain>(learnerId).GetAsync())?.Value,
            Licences = licences ?? [],
            AreLicencesUncounted = licences is null,
            MayAddLicence = licences is { IsEmpty: true } && await HasRequirementsAsync(grains, profile.Value.Profession),
            Reports = await grains.GetGrain<IReportGrain>(learnerId).SummarizeAsync() is { } reports && (reports.IsForAbp || !reports.Boards.IsEmpty) ? reports : null,
        });
    }

    /// <returns>None while a ledger is written faster than it is counted, as in a bulk import, or when it is too long: one card less is no reason to have no dashboard.</returns>
    private static async Task<ImmutableArray<LicenceProgress>?> ReadLicencesAsync(IGrainFactory grains, string learnerId)
    {
        try
        {
            return (await grains.GetGrain<IProgressGrain>(learnerId).ReadAsync(new())).Value?.Items;
        }
        catch (Exception exception) when (NodeFaults.Classify(exception) is NodeFault.Unavailable)
        {
            return null;
        }
    }

    private static async Task<bool> HasRequirementsAsync(IGrainFactory grains, string profession) =>
        (await grains.GetGrain<IDirectoryGrain>(DirectoryKey).ListRequirementsAsync()).Any(requirement => requirement.Professions.Contains(profession));
}
