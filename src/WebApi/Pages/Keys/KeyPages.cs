using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces.ApiKeys;
using CmeOrleans.Grains.Interfaces.Directory;
using CmeOrleans.WebApi.Accounts;
using CmeOrleans.WebApi.Accounts.Sessions;
using CmeOrleans.WebApi.ApiKeys;
using CmeOrleans.WebApi.Audit;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Pages.Account;
using CmeOrleans.WebApi.Pages.Forms;
using CmeOrleans.WebApi.Pages.Shell;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Pages.Keys;

/// <summary>A learner's own API keys: made, shown once, listed and revoked. They may do what the learner may, and nothing more.</summary>
internal static class KeyPages
{
    public const string Path = AccountAddresses.Keys;
    public const string NameField = "name";
    public const string LastsField = "lasts";

    public const string RefusalId = "institution";
    public const string Refusal = "You sign in at your institution and have no password here that shows it is you. An operator can make a key for you.";

    private const int KeysMax = 10;
    private const string DirectoryKey = "pages";
    private const string RevokedParameter = "revoked";

    private static readonly string LearnerRole = CallerRole.Learner.ToApiName();

    public static void MapKeyPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapLearnerPages();
        pages.MapGet(Path, ShowAsync).PairedWith("ListApiKeys");
        pages.MapPost(Path, CreateAsync).PairedWith("CreateApiKey");
        pages.MapPost($"{Path}/{{keyId}}/revoke", RevokeAsync).PairedWith("GetApiKey", "DeleteApiKey");
    }

    /// <summary>Where the form of a key that revokes it is sent.</summary>
    public static string RevocationOf(string keyId) => $"{Path}/{keyId}/revoke";

    private static async Task<IResult> ShowAsync(HttpContext context, IGrainFactory grains, TimeProvider time) =>
        PageAnswer.Show<KeysPage, KeysModel>(await CreateModelAsync(context, grains, time.GetUtcNow()) with
        {
            IsRevoked = context.Request.Query.ContainsKey(RevokedParameter),
        });

    private static async Task<IResult> CreateAsync(
        HttpContext context, IGrainFactory grains, AuditTrail trail, OwnerCheck check, AccountMail mail, TimeProvider time)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var now = time.GetUtcNow();
        var model = await CreateModelAsync(context, grains, now) with { Name = form.Text(NameField), Lasts = form.Text(LastsField) };
        var findings = new FormFindings();
        if (!model.MayMake)
        {
            findings.Require(false, RefusalId, Refusal);
            return ShowAgain(model, findings);
        }

        var isName = model.Name.Length is > 0 and <= ApiKeyRequest.NameLengthMax && !model.Name.Any(char.IsControl);
        findings.Require(isName, NameField, $"Name the program that gets the key, in at most {ApiKeyRequest.NameLengthMax} characters.");
        findings.Require(!isName || model.Keys.Length < KeysMax, NameField, $"You have {KeysMax} keys, which is all you may have. Revoke one first.");
        findings.Require(KeyTerm.TryEnd(model.Lasts, now, out var endsAt), LastsField, "Choose how long the key lasts.");
        if (await OwnerForm.TryAsync(context, check, AccountIdentity.Of(context), findings) is not { } owner)
        {
            return ShowAgain(model, findings);
        }

        var grant = new ApiKeyGrant { Role = LearnerRole, Subject = PageRoutes.LearnerOf(context), Name = model.Name, ExpiresAt = endsAt };
        var (created, text) = await ApiKeyIssue.IssueAsync(context, grains, trail, grant, now);
        await mail.SendKeyMadeAsync(owner, created.KeyId, grant.Name);

        // No redirect: the text is nowhere else, and must not go into an address.
        return PageAnswer.Show<KeysPage, KeysModel>(model with { Keys = [created, .. model.Keys], Text = text, Name = "", Lasts = KeyTerm.Year });
    }

    private static IResult ShowAgain(KeysModel model, FormFindings findings) =>
        PageAnswer.Show<KeysPage, KeysModel>(model with { Errors = findings.Errors }, StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> RevokeAsync(string keyId, HttpContext context, IGrainFactory grains, ApiKeyDirectory directory, AuditTrail trail)
    {
        if (!Ids.MayBeServerMade(keyId)
            || await grains.GetGrain<IApiKeyGrain>(keyId).GetAsync() is not { Grant: { } grant }
            || grant.Role != LearnerRole || grant.Subject != PageRoutes.LearnerOf(context))
        {
            return new ProblemAnswer(Problem.NotFound);
        }

        // False only if it was revoked before, in another window or by a click that was not answered, which is what was asked for.
        await ApiKeyRevocation.RevokeAsync(context, grains, directory, trail, keyId);
        return PageAnswer.GoTo($"{Path}?{RevokedParameter}=yes");
    }

    private static async Task<KeysModel> CreateModelAsync(HttpContext context, IGrainFactory grains, DateTimeOffset now)
    {
        var account = AccountIdentity.Of(context).Record;
        return new() { Keys = await ReadAsync(context, grains), At = now, MayMake = account.PasswordHash is not null, AsksForCode = account.IsTwoFactorOn };
    }

    private static async Task<ImmutableArray<ApiKeyView>> ReadAsync(HttpContext context, IGrainFactory grains)
    {
        // Operators may have made more for the same learner; a hundred are more than anybody can look through.
        const int shownMax = 100;
        var ids = await grains.GetGrain<IDirectoryGrain>(DirectoryKey).ListApiKeysOfAsync(LearnerRole, PageRoutes.LearnerOf(context), shownMax);
        var keys = await Task.WhenAll(ids.Select(id => grains.GetGrain<IApiKeyGrain>(id).GetAsync()));
        return [.. keys.OfType<ApiKeyView>().Where(key => key.RevokedAt is null).Reverse()];
    }
}
