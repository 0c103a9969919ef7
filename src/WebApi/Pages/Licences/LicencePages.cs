using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Directory;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Interfaces.Licences;
using CmeOrleans.WebApi.Idempotency;
using CmeOrleans.WebApi.Pages.Forms;
using CmeOrleans.WebApi.Pages.Shell;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Pages.Licences;

/// <summary>A learner's licences: the list, one of them with all that counts, and the forms to add, change and remove.</summary>
internal static class LicencePages
{
    private const string DirectoryKey = "pages";
    private const string SavedParameter = "saved";
    private const string RemovedParameter = "removed";

    public static void MapLicencePages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapLearnerPages();
        pages.MapGet(LicenceAddress.List, ListAsync).PairedWith("GetLicences", "GetProgress", "ListRequirements");
        pages.MapGet(LicenceAddress.Add, AskAsync).PairedWith("ListRequirements");
        pages.MapPost(LicenceAddress.Add, AddAsync).PairedWith("PutLicences");
        pages.MapGet("/licences/{licenceId}", ShowAsync).PairedWith("GetProgress");
        pages.MapGet("/licences/{licenceId}/change", AskForChangeAsync).PairedWith("GetLicences");
        pages.MapPost("/licences/{licenceId}/change", ChangeAsync).PairedWith("PutLicences");
        pages.MapPost("/licences/{licenceId}/remove", RemoveAsync).PairedWith("PutLicences");
    }

    private static async Task<IResult> ListAsync(HttpContext context, IGrainFactory grains)
    {
        var learnerId = PageRoutes.LearnerOf(context);
        var answer = await grains.GetGrain<IProgressGrain>(learnerId).ReadAsync(new());
        return answer switch
        {
            { Value: { } progress } => PageAnswer.Show<LicencesPage, LicencesModel>(new()
            {
                Licences = progress.Items,
                MayAdd = !(await ChoicesAsync(grains, learnerId, [.. progress.Items.Select(item => item.Licence)])).IsEmpty,
                IsRemoved = context.Request.Query.ContainsKey(RemovedParameter),
            }),
            { Outcome: Outcome.NotFound } => PageAnswer.GoTo("/profile"),
            _ => new ProblemAnswer(CommandAnswers.ProblemOf(answer)),
        };
    }

    private static async Task<IResult> ShowAsync(string licenceId, HttpContext context, IGrainFactory grains)
    {
        if (!Ids.MayBeServerMade(licenceId))
        {
            return new ProblemAnswer(Problem.NotFound);
        }

        var answer = await grains.GetGrain<IProgressGrain>(PageRoutes.LearnerOf(context)).ReadAsync(new() { LicenceId = licenceId, WithCredits = true });
        return answer.Value is { Items: [var progress] }
            ? PageAnswer.Show<LicencePage, LicenceModel>(new()
            {
                Progress = progress,
                Types = await CreditTypeNames.ReadAsync(grains),
                IsSaved = context.Request.Query.ContainsKey(SavedParameter),
            })
            : new ProblemAnswer(CommandAnswers.ProblemOf(answer));
    }

    private static async Task<IResult> AskAsync(HttpContext context, IGrainFactory grains)
    {
        var learnerId = PageRoutes.LearnerOf(context);
        return await grains.GetGrain<ILicencesGrain>(learnerId).GetAsync() is not { } stored
            ? PageAnswer.GoTo("/profile")
            : PageAnswer.Show<LicenceFormPage, LicenceFormModel>(new()
            {
                Fields = new(),
                ETag = stored.ETag,
                Requirements = await ChoicesAsync(grains, learnerId, stored.Value.Items),
            });
    }

    private static async Task<IResult> AskForChangeAsync(string licenceId, HttpContext context, IGrainFactory grains)
    {
        var learnerId = PageRoutes.LearnerOf(context);
        var stored = await grains.GetGrain<ILicencesGrain>(learnerId).GetAsync();
        return stored?.Value.Items.FirstOrDefault(licence => licence.LicenceId == licenceId) is not { } licence
            ? new ProblemAnswer(Problem.NotFound)
            : PageAnswer.Show<LicenceFormPage, LicenceFormModel>(new()
            {
                LicenceId = licenceId,
                Fields = LicenceFields.Of(licence),
                ETag = stored.ETag,
                Requirements = await ChoicesAsync(grains, learnerId, stored.Value.Items, licence.RequirementId),
            });
    }

    private static Task<IResult> AddAsync(HttpContext context, IGrainFactory grains) => SaveAsync(null, context, grains);

    private static Task<IResult> ChangeAsync(string licenceId, HttpContext context, IGrainFactory grains) => SaveAsync(licenceId, context, grains);

    private static async Task<IResult> RemoveAsync(string licenceId, HttpContext context, IGrainFactory grains)
    {
        var grain = grains.GetGrain<ILicencesGrain>(PageRoutes.LearnerOf(context));
        var stored = await grain.GetAsync();
        if (stored?.Value.Items.FirstOrDefault(licence => licence.LicenceId == licenceId) is not { } removed)
        {
            return new ProblemAnswer(Problem.NotFound);
        }

        var answer = await grain.PutAsync(new() { Items = stored.Value.Items.Remove(removed) }, stored.ETag);
        return answer.Outcome is Outcome.Done
            ? PageAnswer.GoTo($"{LicenceAddress.List}?{RemovedParameter}=yes")
            : new ProblemAnswer(CommandAnswers.ProblemOf(answer));
    }

    /// <summary>Writes the list with the licence of the form in its place, or at the end.</summary>
    private static async Task<IResult> SaveAsync(string? licenceId, HttpContext context, IGrainFactory grains)
    {
        var learnerId = PageRoutes.LearnerOf(context);
        var grain = grains.GetGrain<ILicencesGrain>(learnerId);
        var stored = await grain.GetAsync();
        var items = stored?.Value.Items ?? [];
        var index = licenceId is null ? items.Length : items.Select(licence => licence.LicenceId).ToList().IndexOf(licenceId);
        if (stored is null || index < 0)
        {
            return new ProblemAnswer(Problem.NotFound);
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var fields = LicenceFields.Read(form);
        var model = new LicenceFormModel
        {
            LicenceId = licenceId,
            Fields = fields,
            ETag = form.Text(LicenceFields.ETagField),
            Requirements = await ChoicesAsync(grains, learnerId, items, licenceId is null ? null : items[index].RequirementId),
        };
        if (fields.ToLicence(licenceId, out var errors) is not { } licence)
        {
            return ShowAgain(model with { Errors = errors });
        }

        var whole = licenceId is null ? items.Add(licence) : items.SetItem(index, licence);
        return await grain.PutAsync(new() { Items = whole }, model.ETag) switch
        {
            { Outcome: Outcome.Done, Value: { } written } => PageAnswer.GoTo($"{LicenceAddress.Of(written.Value.Items[index].LicenceId)}?{SavedParameter}=yes"),
            { Outcome: Outcome.VersionConflict } => PageAnswer.Show<LicenceFormPage, LicenceFormModel>(
                model with { IsStale = true, ETag = stored.ETag }, StatusCodes.Status409Conflict),
            { Outcome: Outcome.Refused, Refusal: { Lines.IsEmpty: false } refusal } => ShowAgain(model with { Errors = ErrorsOf(refusal) }),
            var answer => new ProblemAnswer(CommandAnswers.ProblemOf(answer)),
        };
    }

    private static IResult ShowAgain(LicenceFormModel model) =>
        PageAnswer.Show<LicenceFormPage, LicenceFormModel>(model, StatusCodes.Status422UnprocessableEntity);

    // The last part of a pointer is the name of the field; that of the whole list has none.
    private static FormErrors ErrorsOf(Refusal refusal) => FormErrors.Of(
        from line in refusal.Lines
        let field = line.Pointer[(line.Pointer.LastIndexOf('/') + 1)..]
        select new FormError(
            field is LicenceFields.NumberField or LicenceFields.CycleEndsOnField ? field : LicenceFields.RequirementField,
            line.Code == "listed-twice" ? "This licence is in your list already." : line.Detail));

    /// <summary>The requirements of the learner's profession that are not in the list, and the one that is being changed.</summary>
    private static async Task<ImmutableArray<RequirementView>> ChoicesAsync(
        IGrainFactory grains, string learnerId, ImmutableArray<Licence> licences, string? own = null)
    {
        var profile = await grains.GetGrain<ILearnerGrain>(learnerId).GetProfileAsync();
        var all = await grains.GetGrain<IDirectoryGrain>(DirectoryKey).ListRequirementsAsync();
        return
        [
            .. all.Where(requirement => requirement.RequirementId == own
                    || (requirement.Professions.Contains(profile?.Value.Profession ?? "") && licences.All(licence => licence.RequirementId != requirement.RequirementId)))
                .OrderBy(requirement => requirement.Jurisdiction, StringComparer.Ordinal),
        ];
    }
}
