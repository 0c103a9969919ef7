using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Claiming;

/// <summary>The pages on which credit is claimed.</summary>
internal static class ClaimPages
{
    private const string SelectParameter = "select";
    private const string SelectAll = "all";

    public static void MapClaimPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapLearnerPages();
        pages.MapGet("/claim", ShowAsync).PairedWith("ListCredits", "GetMembership");
        pages.MapPost("/claim", ShowAgainAsync).PairedWith("ListCredits", "GetMembership");

        // Who comes back to an address that only forms have, such as after signing in again, begins anew.
        pages.MapGet("/claim/preview", BeginAnew).PairedWith("ListCredits");
        pages.MapGet("/claim/confirm", BeginAnew).PairedWith("ListCredits");
        pages.MapGet("/claim/name", BeginAnew).PairedWith("ListCredits");
        pages.MapGet("/claim/name/save", BeginAnew).PairedWith("ListCredits");
        pages.MapPost("/claim/preview", PreviewAsync).PairedWith("PreviewClaim");
        pages.MapPost("/claim/confirm", ConfirmAsync).PairedWith("CreateClaim", "PreviewClaim");
    }

    private static IResult BeginAnew() => PageAnswer.GoTo("/claim");

    private static Task<IResult> ShowAsync(HttpContext context, ClaimFlow flow)
    {
        var query = context.Request.Query;
        var draft = new ClaimDraft { CreditType = query[ClaimDraft.TypeField].ToString(), Sort = query[ClaimDraft.SortField].ToString() };
        return flow.ChooseAsync(PageRoutes.LearnerOf(context), draft, query[SelectParameter] == SelectAll);
    }

    // With what was chosen: for another order, for the total where no script tells it, and on the way back from the preview.
    private static async Task<IResult> ShowAgainAsync(HttpContext context, ClaimFlow flow) =>
        await flow.ChooseAsync(PageRoutes.LearnerOf(context), await ClaimDraftForm.ReadAsync(context));

    private static async Task<IResult> PreviewAsync(HttpContext context, ClaimFlow flow) =>
        await flow.PreviewAsync(PageRoutes.LearnerOf(context), await ClaimDraftForm.ReadAsync(context), changes: []);

    private static async Task<IResult> ConfirmAsync(HttpContext context, ClaimFlow flow) =>
        await flow.ConfirmAsync(PageRoutes.LearnerOf(context), Caller.Of(context).Tenant, await ClaimDraftForm.ReadAsync(context));
}
