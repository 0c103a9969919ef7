using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.WebApi.Idempotency;
using CmeOrleans.WebApi.Pages.Claiming;
using CmeOrleans.WebApi.Pages.Forms;
using CmeOrleans.WebApi.Pages.Shell;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Pages.Profiles;

/// <summary>The learner's profile, on its own and on the way of a claim.</summary>
internal static class ProfilePages
{
    private const string SavedParameter = "saved";

    public static void MapProfilePages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapLearnerPages();
        pages.MapGet("/profile", ShowAsync).PairedWith("GetLearner");
        pages.MapPost("/profile", SaveAsync).PairedWith("PutLearner");
        pages.MapPost("/claim/name", ShowForClaimAsync).PairedWith("GetLearner");
        pages.MapPost("/claim/name/save", SaveForClaimAsync).PairedWith("PutLearner");
    }

    private static async Task<IResult> ShowAsync(HttpContext context, IGrainFactory grains) =>
        PageAnswer.Show<ProfilePage, ProfileModel>(await ReadAsync(context, grains) with { IsSaved = context.Request.Query.ContainsKey(SavedParameter) });

    private static async Task<IResult> ShowForClaimAsync(HttpContext context, IGrainFactory grains) =>
        PageAnswer.Show<ProfilePage, ProfileModel>(await ReadAsync(context, grains) with { Draft = await ClaimDraftForm.ReadAsync(context) });

    private static async Task<IResult> SaveAsync(HttpContext context, IGrainFactory grains) =>
        await TrySaveAsync(context, grains, draft: null) ?? PageAnswer.GoTo($"/profile?{SavedParameter}=yes");

    // The form goes on to the preview as it is: the claim is in it.
    private static async Task<IResult> SaveForClaimAsync(HttpContext context, IGrainFactory grains) =>
        await TrySaveAsync(context, grains, await ClaimDraftForm.ReadAsync(context)) ?? PageAnswer.PassTo("/claim/preview");

    private static async Task<ProfileModel> ReadAsync(HttpContext context, IGrainFactory grains)
    {
        var stored = await grains.GetGrain<ILearnerGrain>(PageRoutes.LearnerOf(context)).GetProfileAsync();
        return new() { Fields = stored is null ? new() : ProfileFields.Of(stored.Value), ETag = stored?.ETag };
    }

    /// <summary>Stores what the form holds; none if it is stored, else the page that says why it is not.</summary>
    private static async Task<IResult?> TrySaveAsync(HttpContext context, IGrainFactory grains, ClaimDraft? draft)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var model = new ProfileModel { Fields = ProfileFields.Read(form), ETag = form.OptionalText(ProfileFields.ETagField), Draft = draft };
        var learner = grains.GetGrain<ILearnerGrain>(PageRoutes.LearnerOf(context));
        var answer = await learner.PutProfileAsync(model.Fields.ToProfile(), model.ETag);
        return answer switch
        {
            { Outcome: Outcome.Done or Outcome.Repeated } => null,
            { Outcome: Outcome.VersionConflict } => PageAnswer.Show<ProfilePage, ProfileModel>(
                model with { IsStale = true, ETag = (await learner.GetProfileAsync())?.ETag }, StatusCodes.Status409Conflict),
            { Outcome: Outcome.Refused, Refusal: { Lines.IsEmpty: false } refusal } => PageAnswer.Show<ProfilePage, ProfileModel>(
                model with { Errors = ErrorsOf(refusal) }, StatusCodes.Status422UnprocessableEntity),
            _ => new ProblemAnswer(CommandAnswers.ProblemOf(answer)),
        };
    }

    // The last part of a pointer is the name of the field.
    private static FormErrors ErrorsOf(Refusal refusal) => FormErrors.Of(
        from line in refusal.Lines
        let field = line.Pointer[(line.Pointer.LastIndexOf('/') + 1)..]
        select new FormError(field, MessageOf(field, line)));

    private static string MessageOf(string field, RefusalLine line) => (field, line.Code) switch
    {
        ("displayName", "required") => "Enter the name that your certificates shall bear.",
        ("profession", _) => "Choose your profession.",
        ("npi", "bad-format") => "An NPI has ten digits.",
        ("birthMonthDay", "bad-format") => "Enter month and day as MM-DD, such as 04-17.",
        ("email", "bad-format") => "Enter an e-mail address such as name@example.org.",
        _ => line.Detail,
    };
}
