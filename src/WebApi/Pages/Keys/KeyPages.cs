using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces.ApiKeys;
using CmeOrleans.Grains.Interfaces.Directory;
using CmeOrleans.WebApi.ApiKeys;
using CmeOrleans.WebApi.Audit;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Pages.Forms;
using CmeOrleans.WebApi.Pages.Shell;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Pages.Keys;

/// <summary>A learner's own API keys: made, shown once, listed and revoked. They may do what the learner may, and nothing more.</summary>
internal static class KeyPages
{
    public const string Path = "/profile/keys";
    public const string NameField = "name";
    public const string LastsField = "lasts";

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
        PageAnswer.Show<KeysPage, KeysModel>(new()
        {
            Keys = await ReadAsync(context, grains),
            At = time.GetUtcNow(),
            IsRevoked = context.Request.Query.ContainsKey(RevokedParameter),
        });

    private static async Task<IResult> CreateAsync(HttpContext context, IGrainFactory grains, AuditTrail trail, TimeProvider time)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var now = time.GetUtcNow();
        var model = new KeysModel { Keys = await ReadAsync(context, grains), At = now, Name = form.Text(NameField), Lasts = form.Text(LastsField) };
        var errors = new List<FormError>();
        if (model.Name.Length is 0 or > ApiKeyRequest.NameLengthMax || model.Name.Any(char.IsControl))
        {
            errors.Add(new(NameField, $"Name the program that gets the key, in at most {ApiKeyRequest.NameLengthMax} characters."));
        }
        else if (model.Keys.Length >= KeysMax)
        {
            errors.Add(new(NameField, $"You have {KeysMax} keys, which is all you may have. Revoke one first."));
        }

        if (!KeyTerm.TryEnd(model.Lasts, now, out var endsAt))
        {
            errors.Add(new(LastsField, "Choose how long the key lasts."));
        }

        if (errors.Count > 0)
        {
            return PageAnswer.Show<KeysPage, KeysModel>(model with { Errors = FormErrors.Of(errors) }, StatusCodes.Status422UnprocessableEntity);
        }

        var grant = new ApiKeyGrant { Role = LearnerRole, Subject = PageRoutes.LearnerOf(context), Name = model.Name, ExpiresAt = endsAt };
        var (created, text) = await ApiKeyIssue.IssueAsync(context, grains, trail, grant, now);

        // No redirect: the text is nowhere else, and must not go into an address.
        return PageAnswer.Show<KeysPage, KeysModel>(new() { Keys = [created, .. model.Keys], At = now, Text = text });
    }

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

    private static async Task<ImmutableArray<ApiKeyView>> ReadAsync(HttpContext context, IGrainFactory grains)
    {
        // Operators may have made more for the same learner; a hundred are more than anybody can look through.
        const int shownMax = 100;
        var ids = await grains.GetGrain<IDirectoryGrain>(DirectoryKey).ListApiKeysOfAsync(LearnerRole, PageRoutes.LearnerOf(context), shownMax);
        var keys = await Task.WhenAll(ids.Select(id => grains.GetGrain<IApiKeyGrain>(id).GetAsync()));
        return [.. keys.OfType<ApiKeyView>().Where(key => key.RevokedAt is null).Reverse()];
    }
}
