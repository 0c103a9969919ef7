using CmeOrleans.Grains.Interfaces.ApiKeys;
using CmeOrleans.WebApi.ApiKeys;
using CmeOrleans.WebApi.Audit;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Pages.Forms;
using CmeOrleans.WebApi.Pages.Shell;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Pages.Operations;

/// <summary>API keys: which there are, a new one, and the end of one.</summary>
internal static class OperatorKeyPages
{
    private const int PageLimit = 50;
    private const string AfterParameter = "after";
    private const string RevokedParameter = "revoked";

    public static void MapOperatorKeyPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapStaffPages(Access.Operate);
        pages.MapGet(StaffAddresses.Keys, ListAsync).PairedWith("ListApiKeys");
        pages.MapPost(StaffAddresses.Keys, IssueAsync).PairedWith("CreateApiKey");
        pages.MapGet($"{StaffAddresses.Keys}/{{keyId}}/revoke", AskAsync).PairedWith("GetApiKey");
        pages.MapPost($"{StaffAddresses.Keys}/{{keyId}}/revoke", RevokeAsync).PairedWith("DeleteApiKey");
    }

    private static async Task<IResult> ListAsync(HttpContext context, IGrainFactory grains, TimeProvider time) =>
        PageAnswer.Show<KeysPage, KeysModel>(await ReadAsync(context, grains, time));

    // Answers with the page itself: the key is in no address and no store that another page could show it from.
    private static async Task<IResult> IssueAsync(HttpContext context, IGrainFactory grains, AuditTrail trail, TimeProvider time)
    {
        var fields = KeyFields.Read(await context.Request.ReadFormAsync(context.RequestAborted));
        if (!fields.HasDay)
        {
            return await ShowWrongAsync(context, grains, time, fields, [new(KeyFields.ExpiresField, "Enter a date as year-month-day, such as 2027-01-31.")]);
        }

        ApiKeyGrant grant;
        try
        {
            grant = fields.ToRequest().ToGrant(time.GetUtcNow());
        }
        catch (ProblemException refused)
        {
            return await ShowWrongAsync(
                context, grains, time, fields, refused.Problem.Errors.Select(error => new FormError(error.Pointer.TrimStart('/'), MessageOf(error))));
        }

        var (key, text) = await ApiKeyIssue.IssueAsync(context, grains, trail, grant, time.GetUtcNow());
        return PageAnswer.Show<IssuedKeyPage, IssuedKeyModel>(new(key, text), StatusCodes.Status201Created);
    }

    private static async Task<IResult> AskAsync(string keyId, IGrainFactory grains) =>
        await FindAsync(grains, keyId) is { } key
            ? PageAnswer.Show<RevokeKeyPage, ApiKeyView>(key)
            : new ProblemAnswer(Problem.NotFound);

    private static async Task<IResult> RevokeAsync(string keyId, HttpContext context, IGrainFactory grains, ApiKeyDirectory directory, AuditTrail trail)
    {
        if (await FindAsync(grains, keyId) is null)
        {
            return new ProblemAnswer(Problem.NotFound);
        }

        await ApiKeyRevocation.RevokeAsync(context, grains, directory, trail, keyId);
        return PageAnswer.GoTo($"{StaffAddresses.Keys}?{RevokedParameter}=yes");
    }

    private static async Task<ApiKeyView?> FindAsync(IGrainFactory grains, string keyId) =>
        Ids.MayBeServerMade(keyId) ? await grains.GetGrain<IApiKeyGrain>(keyId).GetAsync() : null;

    private static async Task<IResult> ShowWrongAsync(
        HttpContext context, IGrainFactory grains, TimeProvider time, KeyFields fields, IEnumerable<FormError> errors) =>
        PageAnswer.Show<KeysPage, KeysModel>(
            await ReadAsync(context, grains, time) with { Fields = fields, Errors = FormErrors.Of(errors) }, StatusCodes.Status422UnprocessableEntity);

    private static async Task<KeysModel> ReadAsync(HttpContext context, IGrainFactory grains, TimeProvider time)
    {
        var query = context.Request.Query;
        var after = query[AfterParameter].ToString() is var asked && Ids.MayBeServerMade(asked) ? asked : null;
        var (keys, next) = await ApiKeyListing.ReadPageAsync(grains, after, PageLimit);
        return new()
        {
            Keys = [.. keys],
            Now = time.GetUtcNow(),
            IsRevoked = query.ContainsKey(RevokedParameter),
            NextAddress = next is null ? null : $"{StaffAddresses.Keys}?{AfterParameter}={Uri.EscapeDataString(next)}",
        };
    }

    private static string MessageOf(FieldError error) => (error.Pointer.TrimStart('/'), error.Code) switch
    {
        (KeyFields.RoleField, _) => "Choose a role.",
        (KeyFields.SubjectField, "not-allowed") => "An operator's key is bound to nobody: leave this empty.",
        (KeyFields.SubjectField, _) => "Enter the id of the provider, institution or learner.",
        (KeyFields.NameField, _) => "Enter a name of at most 100 characters by which people know the key.",
        (KeyFields.ExpiresField, _) => "Enter a day that is still to come.",
        _ => error.Detail,
    };
}
