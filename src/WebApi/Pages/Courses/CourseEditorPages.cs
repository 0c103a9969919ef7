using System.Globalization;
using System.Text.Json;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Courses;
using CmeOrleans.WebApi.Audit;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Pages.Forms;
using CmeOrleans.WebApi.Pages.Shell;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Pages.Courses;

/// <summary>The form of a course, new or stored: what it sends is what <c>PUT /v1/courses/{courseId}</c> takes.</summary>
internal static class CourseEditorPages
{
    private const string TakenMessage = "There is a course with this id. Choose another.";
    private const string FullMessage = "This form holds no more rows. Larger courses are written over the API.";

    public static void MapCourseEditorPages(this IEndpointRouteBuilder routes)
    {
        var fresh = routes.MapStaffPages(Access.Courses);
        fresh.MapGet(StaffAddresses.NewCourse, ShowNewAsync).PairedWith("PutCourse");
        fresh.MapPost(StaffAddresses.NewCourse, CreateAsync).PairedWith("PutCourse");
        routes.MapStaffPages(Access.Course).MapGet("/courses/{courseId}/edit", ShowAsync).PairedWith("GetCourse");
        routes.MapStaffPages(Access.WriteCourse).MapPost("/courses/{courseId}/edit", ChangeAsync).PairedWith("PutCourse");
    }

    private static async Task<IResult> ShowNewAsync(HttpContext context, IGrainFactory grains) =>
        Show(await ModelOfAsync(context, grains, new() { ProviderId = Caller.Of(context).OnlyProviderId ?? "" }, isStored: false));

    private static async Task<IResult> ShowAsync(string courseId, HttpContext context, IGrainFactory grains)
    {
        if (await grains.GetGrain<ICourseGrain>(courseId).GetAsync() is not { } stored)
        {
            return new ProblemAnswer(Problem.NotFound);
        }

        var model = await ModelOfAsync(context, grains, CourseDraft.Of(stored.Value), isStored: true);
        return Show(model with { Version = stored.Value.Version, ETag = stored.ETag });
    }

    private static async Task<IResult> CreateAsync(HttpContext context, IGrainFactory grains, AccessRules rules, AuditTrail trail)
    {
        var (model, button) = await ReadAsync(context, grains, courseId: null);
        if (CourseEdit.Apply(model.Draft, button) is { } edited)
        {
            return ShowEdited(model, edited);
        }

        var (definition, errors) = CourseReading.Read(model.Draft);
        if (definition is null)
        {
            return ShowWrong(model, errors);
        }

        // Somebody else's course and one's own are both in the way; a double click finds what it made itself.
        var courseId = model.Draft.CourseId;
        if (!await rules.MayAsync(Caller.Of(context), Access.WriteCourse, _ => courseId))
        {
            return ShowTaken(model);
        }

        var stored = await grains.GetGrain<ICourseGrain>(courseId).GetAsync();
        return stored is null || AreSame(stored.Value.Definition, definition)
            ? await SaveAsync(context, grains, trail, model with { ETag = stored?.ETag }, definition)
            : ShowTaken(model);
    }

    private static async Task<IResult> ChangeAsync(string courseId, HttpContext context, IGrainFactory grains, AuditTrail trail)
    {
        var (model, button) = await ReadAsync(context, grains, courseId);
        if (CourseEdit.Apply(model.Draft, button) is { } edited)
        {
            return ShowEdited(model, edited);
        }

        var (definition, errors) = CourseReading.Read(model.Draft);
        return definition is null ? ShowWrong(model, errors) : await SaveAsync(context, grains, trail, model, definition);
    }

    private static async Task<IResult> SaveAsync(
        HttpContext context, IGrainFactory grains, AuditTrail trail, CourseEditorModel model, CourseDefinition definition)
    {
        var grain = grains.GetGrain<ICourseGrain>(model.Draft.CourseId);

        // Without an ETag there was no such course when the form was answered or shown, so none is overwritten.
        var answer = await grain.PutAsync(definition, model.ETag ?? StoredTag.None, Caller.Of(context).OnlyProviderId);
        await trail.RecordAsync(context, AuditActs.CourseWritten, model.Draft.CourseId, AuditTrail.ResultOf(answer, ETags.ProblemOf));
        return answer switch
        {
            { Outcome: Outcome.Done or Outcome.Repeated } => PageAnswer.GoTo($"{CourseAddress.Of(model.Draft.CourseId)}?{CourseAddress.SavedParameter}=yes"),
            { Outcome: Outcome.VersionConflict } when !model.IsStored => ShowTaken(model),
            { Outcome: Outcome.VersionConflict } => await ShowStaleAsync(grain, model),
            { Outcome: Outcome.Refused, Refusal: { } refusal } => ShowWrong(model, ErrorsOf(refusal, model.Draft)),
            _ => new ProblemAnswer(ETags.ProblemOf(answer)),
        };
    }

    private static async Task<IResult> ShowStaleAsync(ICourseGrain grain, CourseEditorModel model)
    {
        if (await grain.GetAsync() is not { } stored)
        {
            return new ProblemAnswer(Problem.NotFound);
        }

        var before = model.Version is { } version ? await grain.GetVersionAsync(version) : null;
        return Show(
            model with
            {
                IsStale = true,
                Changes = CourseChanges.Between(before, stored.Value.Definition),
                Version = stored.Value.Version,
                ETag = stored.ETag,
            },
            StatusCodes.Status409Conflict);
    }

    private static FormErrors ErrorsOf(Refusal refusal, CourseDraft draft) => refusal.Lines.IsEmpty
        ? FormErrors.Of([new(CourseFields.Title, refusal.Detail)])
        : FormErrors.Of(
            from line in refusal.Lines
            let field = CourseFields.Find(line.Pointer, draft)
            select new FormError(field.FieldId, $"{field.Label}: {line.Detail}"));

    private static async Task<(CourseEditorModel Model, string Button)> ReadAsync(HttpContext context, IGrainFactory grains, string? courseId)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var typed = CourseDraft.Read(form);
        var draft = typed with
        {
            CourseId = courseId ?? typed.CourseId,
            ProviderId = Caller.Of(context).OnlyProviderId ?? typed.ProviderId,
        };
        var model = await ModelOfAsync(context, grains, draft, isStored: courseId is not null) with
        {
            ETag = courseId is null ? null : form.OptionalText(CourseFields.ETag),
            Version = int.TryParse(form.Text(CourseFields.Version), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null,
        };
        return (model, form.Text(CourseEdit.Field));
    }

    private static async Task<CourseEditorModel> ModelOfAsync(HttpContext context, IGrainFactory grains, CourseDraft draft, bool isStored) => new()
    {
        Draft = draft,
        IsStored = isStored,
        AsksForProvider = Caller.Of(context).OnlyProviderId is null,
        CreditTypes = (await CreditTypeNames.ReadAsync(grains)).Offerable,
    };

    private static IResult ShowEdited(CourseEditorModel model, (CourseDraft Draft, string FocusId) edited) =>
        edited.Draft.FitsForm && edited.Draft.Offerings.Length <= CourseDraft.OfferingsMax
            ? Show(model with { Draft = edited.Draft, FocusId = edited.FocusId })
            : ShowWrong(model, FormErrors.Of([new(CourseEdit.AddTopic, FullMessage)]));

    private static IResult ShowTaken(CourseEditorModel model) => ShowWrong(model, FormErrors.Of([new(CourseFields.CourseId, TakenMessage)]));

    private static IResult ShowWrong(CourseEditorModel model, FormErrors errors) =>
        Show(model with { Errors = errors }, StatusCodes.Status422UnprocessableEntity);

    private static IResult Show(CourseEditorModel model, int status = StatusCodes.Status200OK) =>
        PageAnswer.Show<CourseEditorPage, CourseEditorModel>(model, status);

    private static bool AreSame(CourseDefinition left, CourseDefinition right) =>
        JsonSerializer.Serialize(left) == JsonSerializer.Serialize(right);
}
