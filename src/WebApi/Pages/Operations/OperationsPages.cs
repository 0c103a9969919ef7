using CmeOrleans.Grains.Interfaces.Checkpoints;
using CmeOrleans.Silo.Health;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Operations;

/// <summary>How the service stands: health and checkpoints, and on a page of its own, since it reads all entries, the trial balance.</summary>
internal static class OperationsPages
{
    private const int CheckpointsShown = 5;

    public static void MapOperationsPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapStaffPages(Access.Operate);
        pages.MapGet(StaffAddresses.Operations, ShowAsync).PairedWith("GetReadiness", "ListCheckpoints", "GetLatestCheckpoint");
        pages.MapGet(StaffAddresses.TrialBalance, ShowTrialBalanceAsync).PairedWith("GetTrialBalance");
    }

    private static async Task<IResult> ShowAsync(HttpContext context, IGrainFactory grains, NodeHealth health, TimeProvider time)
    {
        var report = await health.CheckAsync(context.RequestAborted);
        var checkpoints = grains.GetGrain<ICheckpointGrain>(ICheckpointGrain.Key);
        var latest = await checkpoints.GetLatestAsync();
        var page = latest is null ? null : await checkpoints.ListAsync(Math.Max(0, latest.Number - CheckpointsShown), CheckpointsShown);
        return PageAnswer.Show<OperationsPage, OperationsModel>(new()
        {
            At = time.GetUtcNow(),
            IsReady = report.IsReady,
            Findings = [.. report.Findings.Select(finding => new HealthLine(finding.Name, finding.Problem, finding.PreventsService))],
            Checkpoints = page is null ? [] : [.. page.Items.Reverse().Select(CheckpointLine.Of)],
        });
    }

    private static async Task<IResult> ShowTrialBalanceAsync(IGrainFactory grains) =>
        PageAnswer.Show<TrialBalancePage, TrialBalanceModel>(new(
            await grains.GetGrain<ICheckpointGrain>(ICheckpointGrain.Key).GetTrialBalanceAsync(), await CreditTypeNames.ReadAsync(grains)));
}
