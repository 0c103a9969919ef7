using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Transcripts;
using CmeOrleans.WebApi.Certificates;
using CmeOrleans.WebApi.Idempotency;
using CmeOrleans.WebApi.Pages.Shell;
using CmeOrleans.WebApi.Problems;
using CmeOrleans.WebApi.Transcripts;

namespace CmeOrleans.WebApi.Pages.Transcripts;

/// <summary>The learner's transcript, to read and to take along.</summary>
internal static class TranscriptPages
{
    public const string PdfPath = "/transcript.pdf";
    public const string CsvPath = "/transcript.csv";

    public static void MapTranscriptPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapLearnerPages();
        pages.MapGet("/transcript", ShowAsync).PairedWith("GetTranscript");
        pages.MapGet(CsvPath, DownloadAsync).PairedWith("GetTranscript");
        pages.MapGet(PdfPath, PrintAsync).PairedWith("GetTranscript");
    }

    private static async Task<IResult> ShowAsync(HttpContext context, IGrainFactory grains, TimeProvider time)
    {
        var (query, errors) = TranscriptForm.Read(context.Request.Query);
        var read = await GrainOf(context, grains).ReadAsync(errors.Any ? new() : query);
        if (read.Outcome is Outcome.NotFound)
        {
            return PageAnswer.GoTo("/profile");
        }

        if (read.Value is not { } transcript)
        {
            return new ProblemAnswer(CommandAnswers.ProblemOf(read));
        }

        var model = new TranscriptModel
        {
            DisplayName = transcript.DisplayName,
            Query = query,
            Typed = (TranscriptForm.TypedIn(context.Request.Query, TranscriptForm.FromField), TranscriptForm.TypedIn(context.Request.Query, TranscriptForm.ToField)),
            At = time.GetUtcNow(),
            Errors = errors,
            Lines = errors.Any ? [] : transcript.Lines,
            Types = await CreditTypeNames.ReadAsync(grains),
        };
        return PageAnswer.Show<TranscriptPage, TranscriptModel>(model, errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static async Task<IResult> DownloadAsync(HttpContext context, IGrainFactory grains, TimeProvider time)
    {
        var (query, errors) = TranscriptForm.Read(context.Request.Query);
        if (errors.Any)
        {
            return await ShowAsync(context, grains, time);
        }

        var read = await GrainOf(context, grains).ReadAsync(query);
        return read.Value is { } transcript
            ? new CsvAnswer(TranscriptCsv.Write(transcript.Lines, await CreditTypeNames.ReadAsync(grains)), "transcript.csv")
            : new ProblemAnswer(CommandAnswers.ProblemOf(read));
    }

    private static async Task<IResult> PrintAsync(HttpContext context, IGrainFactory grains, TimeProvider time)
    {
        var (query, errors) = TranscriptForm.Read(context.Request.Query);
        if (errors.Any)
        {
            return await ShowAsync(context, grains, time);
        }

        var printed = await GrainOf(context, grains).PrintAsync(query);
        if (printed.Value?.Pdf is not { } pdf)
        {
            return new ProblemAnswer(CommandAnswers.ProblemOf(printed));
        }

        SecurityHeaders.Apply(context.Response);
        return new PdfAnswer(pdf, "transcript.pdf", isSaved: true);
    }

    private static ITranscriptGrain GrainOf(HttpContext context, IGrainFactory grains) => grains.GetGrain<ITranscriptGrain>(PageRoutes.LearnerOf(context));
}
