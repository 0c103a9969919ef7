using System.Globalization;
using CmeOrleans.Grains.Interfaces.Audit;
using CmeOrleans.WebApi.Audit;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Operations;

/// <summary>The audit trail, newest first.</summary>
internal static class AuditPages
{
    public const string ActParameter = "act";

    private const int PageLimit = 50;
    private const string BeforeParameter = "before";

    public static void MapAuditPages(this IEndpointRouteBuilder routes) =>
        routes.MapStaffPages(Access.Operate).MapGet(StaffAddresses.Audit, ShowAsync).PairedWith("ListAuditEntries");

    private static async Task<IResult> ShowAsync(HttpContext context, IGrainFactory grains)
    {
        var query = context.Request.Query;
        var asked = query[ActParameter].ToString();

        // One of ours, and not what stands in the address.
        var act = AuditActs.All.FirstOrDefault(known => known.Act == asked).Act ?? "";
        long? before = long.TryParse(query[BeforeParameter].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var page = await grains.GetGrain<IAuditTrailGrain>(IAuditTrailGrain.Key).ListAsync(act.Length == 0 ? null : act, before, PageLimit);
        var next = page.NextBeforeNumber is { } nextBefore
            ? string.Create(CultureInfo.InvariantCulture, $"{StaffAddresses.Audit}?{ActParameter}={act}&{BeforeParameter}={nextBefore}")
            : null;
        return PageAnswer.Show<AuditPage, AuditModel>(new(page.Items, act, next));
    }
}
