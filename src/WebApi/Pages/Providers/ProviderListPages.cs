using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Pages.Shell;
using CmeOrleans.WebApi.Providers;

namespace CmeOrleans.WebApi.Pages.Providers;

/// <summary>All providers, for operators, who find the record of each behind it.</summary>
internal static class ProviderListPages
{
    private const int PageLimit = 50;
    private const string AfterParameter = "after";

    public static void MapProviderListPages(this IEndpointRouteBuilder routes) =>
        routes.MapStaffPages(Access.Operate).MapGet(StaffAddresses.Providers, ListAsync).PairedWith("ListProviders");

    private static async Task<IResult> ListAsync(HttpContext context, IGrainFactory grains)
    {
        var after = context.Request.Query[AfterParameter].ToString() is var asked && Ids.IsValid(asked) ? asked : null;
        var (providers, next) = await ProviderListing.ReadPageAsync(grains, after, PageLimit);
        return PageAnswer.Show<ProvidersPage, ProvidersModel>(new(
            [.. providers.Select(provider => new ProviderLine(
                provider.ProviderId, provider.Record.Name, provider.Record.AcmeProviderId, provider.Record.SignatoryName, provider.Record.TimeZone))],
            next is null ? null : $"{StaffAddresses.Providers}?{AfterParameter}={Uri.EscapeDataString(next)}"));
    }
}
