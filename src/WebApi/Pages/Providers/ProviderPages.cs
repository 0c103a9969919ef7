using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Providers;
using CmeOrleans.WebApi.Audit;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Pages.Forms;
using CmeOrleans.WebApi.Pages.Shell;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Pages.Providers;

/// <summary>A provider's own record: what it sends is what <c>PUT /v1/providers/{providerId}</c> takes.</summary>
internal static class ProviderPages
{
    private const string SavedParameter = "saved";

    public static void MapProviderPages(this IEndpointRouteBuilder routes)
    {
        routes.MapStaffPages(Access.Courses).MapGet(StaffAddresses.Provider, GoToOwn).PairedWith("GetProvider");
        var pages = routes.MapStaffPages(Access.Provider);
        pages.MapGet("/providers/{providerId}", ShowAsync).PairedWith("GetProvider");
        pages.MapPost("/providers/{providerId}", SaveAsync).PairedWith("PutProvider");
    }

    // An operator has no record of its own.
    private static IResult GoToOwn(HttpContext context) =>
        Caller.Of(context).OnlyProviderId is { } own ? PageAnswer.GoTo(StaffAddresses.OfProvider(own)) : new ProblemAnswer(Problem.NotFound);

    private static async Task<IResult> ShowAsync(string providerId, HttpContext context, IGrainFactory grains)
    {
        var stored = await grains.GetGrain<IProviderGrain>(providerId).GetAsync();

        // A provider's key may come before the provider, who then says here who it is. An operator has the API for that.
        return stored is null && Caller.Of(context).IsOperator
            ? new ProblemAnswer(Problem.NotFound)
            : Show(new()
            {
                ProviderId = providerId,
                Fields = stored is null ? new() : ProviderFields.Of(stored.Value),
                ETag = stored?.ETag,
                IsSaved = context.Request.Query.ContainsKey(SavedParameter),
                IsOneOfAll = Caller.Of(context).IsOperator,
            });
    }

    private static async Task<IResult> SaveAsync(string providerId, HttpContext context, IGrainFactory grains, AuditTrail trail)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var model = new ProviderModel
        {
            ProviderId = providerId,
            Fields = ProviderFields.Read(form),
            ETag = form.OptionalText(ProviderFields.ETagField),
            IsOneOfAll = Caller.Of(context).IsOperator,
        };
        var grain = grains.GetGrain<IProviderGrain>(providerId);

        // A form without an ETag was shown when there was no record: it is the first, or somebody else's is not overwritten.
        var answer = await grain.PutAsync(model.Fields.ToRecord(), model.ETag ?? StoredTag.None);
        await trail.RecordAsync(context, AuditActs.ProviderWritten, providerId, AuditTrail.ResultOf(answer, ETags.ProblemOf));
        return answer switch
        {
            { Outcome: Outcome.Done or Outcome.Repeated } => PageAnswer.GoTo($"{StaffAddresses.OfProvider(providerId)}?{SavedParameter}=yes"),
            { Outcome: Outcome.VersionConflict } => Show(
                model with { IsStale = true, ETag = (await grain.GetAsync())?.ETag }, StatusCodes.Status409Conflict),
            { Outcome: Outcome.Refused, Refusal: { Lines.IsEmpty: false } refusal } => Show(
                model with { Errors = ErrorsOf(refusal) }, StatusCodes.Status422UnprocessableEntity),
            _ => new ProblemAnswer(ETags.ProblemOf(answer)),
        };
    }

    private static FormErrors ErrorsOf(Refusal refusal) => FormErrors.Of(
        from line in refusal.Lines
        let field = ProviderFields.FieldOf(line.Pointer)
        select new FormError(field, MessageOf(field, line)));

    private static string MessageOf(string field, RefusalLine line) => (field, line.Code) switch
    {
        (ProviderFields.NameField, "required") => "Enter the name of the provider.",
        (ProviderFields.AddressField, "required") => "Enter the address.",
        (ProviderFields.StatementField, "required") => "Enter the accreditation statement.",
        (ProviderFields.StatementField, "bad-characters") => "Enter the accreditation statement as one paragraph, without line breaks.",
        (ProviderFields.SignatoryNameField, "required") => "Enter who signs certificates.",
        (ProviderFields.SignatoryTitleField, "required") => "Enter the title of who signs.",
        _ => line.Detail,
    };

    private static IResult Show(ProviderModel model, int status = StatusCodes.Status200OK) =>
        PageAnswer.Show<ProviderPage, ProviderModel>(model, status);
}
