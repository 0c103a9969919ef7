using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Interfaces.Support;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Pages.Forms;
using CmeOrleans.WebApi.Pages.Shell;
using CmeOrleans.WebApi.Problems;
using CmeOrleans.WebApi.Support;

namespace CmeOrleans.WebApi.Pages.Support;

/// <summary>Asking for help, for everybody: what the page sends is what <c>POST /v1/support-requests</c> takes.</summary>
internal static class SupportPages
{
    private const string Path = "/support";
    private const string KeyField = "key";
    private const string RequestParameter = "request";

    public static void MapSupportPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages();
        pages.MapGet(Path, ShowAsync).PairedWith("CreateSupportRequest");
        pages.MapPost(Path, SendAsync).WithMetadata(SessionPage.Open).RequireRateLimiting(RateLimitPolicies.Support).PairedWith("CreateSupportRequest");
        pages.MapGet($"{Path}/sent", ShowSentAsync).PairedWith("GetSupportRequest");
    }

    private static async Task<IResult> ShowAsync(HttpContext context, IGrainFactory grains)
    {
        var caller = Caller.From(context.User);
        var profile = SupportScopes.LearnerOf(caller) is { } learnerId
            ? (await grains.GetGrain<ILearnerGrain>(learnerId).GetProfileAsync())?.Value
            : null;
        return PageAnswer.Show<SupportPage, SupportModel>(
            new(NewKey(), profile?.DisplayName ?? "", profile?.Email ?? "", Topic: "", Message: "", FormErrors.None, IsSignedIn: caller is not null, context.Request.Query.ContainsKey(SignInAddress.EndedParameter)));
    }

    private static async Task<IResult> SendAsync(HttpContext context, IGrainFactory grains)
    {
        var caller = Caller.From(context.User);
        var form = await context.Request.ReadFormAsync();
        var key = Guid.TryParseExact(form.Text(KeyField), "N", out _) ? form.Text(KeyField) : NewKey();
        var request = new SupportRequest
        {
            Scope = SupportScopes.Of(caller),
            Key = key,
            Name = form.Text("name"),
            Email = form.Text("email"),
            Topic = form.Text("topic"),
            Message = form.Text("message"),
            LearnerId = SupportScopes.LearnerOf(caller),
        };
        var answer = await DeskOf(grains).SubmitAsync(request);
        return answer.Outcome switch
        {
            Outcome.Done or Outcome.Repeated => PageAnswer.GoTo($"{Path}/sent?{RequestParameter}={key}"),

            // Somebody went back, wrote something else and sent it: that is a request of its own.
            Outcome.KeyReused => ShowAgain(request with { Key = NewKey() }, caller, FormErrors.Of([new("message", "This form was sent before with another text. Send it again if you want to ask this too.")])),
            Outcome.Refused => ShowAgain(request, caller, ErrorsOf(answer.Refusal!)),
            _ => new ProblemAnswer(Refusals.Of(answer, ProblemTypes.VersionConflict)),
        };
    }

    private static async Task<IResult> ShowSentAsync(HttpContext context, IGrainFactory grains)
    {
        var caller = Caller.From(context.User);
        var key = context.Request.Query[RequestParameter].ToString();

        // The key is random: who has it is who sent the form.
        return Guid.TryParseExact(key, "N", out _) && await DeskOf(grains).FindAsync(SupportScopes.Of(caller), key) is { } receipt
            ? PageAnswer.Show<SupportSentPage, SupportSentModel>(new(receipt.Number, receipt.AnsweredOn, IsSignedIn: caller is not null))
            : new ProblemAnswer(Problem.NotFound);
    }

    private static IResult ShowAgain(SupportRequest request, Caller? caller, FormErrors errors) => PageAnswer.Show<SupportPage, SupportModel>(
        new(request.Key, request.Name, request.Email, request.Topic, request.Message, errors, IsSignedIn: caller is not null),
        StatusCodes.Status422UnprocessableEntity);

    private static FormErrors ErrorsOf(Refusal refusal) => FormErrors.Of(refusal.Lines
        .DistinctBy(line => line.Pointer)
        .Select(line => new FormError(line.Pointer.TrimStart('/'), MessageOf(line))));

    private static string MessageOf(RefusalLine line) => (line.Pointer, line.Code) switch
    {
        ("/name", "required") => "Enter your name.",
        ("/name", _) => "Enter your name as one line of at most 100 characters.",
        ("/email", _) => "Enter an e-mail address such as ana@example.org.",
        ("/topic", _) => "Choose a topic.",
        ("/message", "required") => "Write how we can help.",
        ("/message", "too-long") => "Shorten the message to at most 4,000 characters.",
        _ => line.Detail,
    };

    private static string NewKey() => Guid.NewGuid().ToString("N");

    private static ISupportDeskGrain DeskOf(IGrainFactory grains) => grains.GetGrain<ISupportDeskGrain>(ISupportDeskGrain.Key);
}
