using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.WebApi.Pages.Forms;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Transcripts;

/// <summary>The learner's transcript, to read and to take along.</summary>
internal static class TranscriptPages
{
    public static void MapTranscriptPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapLearnerPages();
        pages.MapGet("/transcript", ShowAsync).PairedWith("ListClaims", "GetLearner");
        pages.MapGet("/transcript.csv", DownloadAsync).PairedWith("ListClaims");
    }

    private static async Task<IResult> ShowAsync(HttpContext context, IGrainFactory grains, TimeProvider time)
    {
        var learnerId = PageRoutes.LearnerOf(context);
        if (await grains.GetGrain<ILearnerGrain>(learnerId).GetProfileAsync() is not { } profile)
        {
            return PageAnswer.GoTo("/profile");
        }

        var (query, errors) = Read(context);
        var model = new TranscriptModel { DisplayName = profile.Value.DisplayName, Query = query, At = time.GetUtcNow(), Errors = errors };
        return errors.Any
            ? PageAnswer.Show<TranscriptPage, TranscriptModel>(model, StatusCodes.Status422UnprocessableEntity)
            : PageAnswer.Show<TranscriptPage, TranscriptModel>(model with { Lines = await Transcript.ReadAsync(grains, learnerId, query) });
    }

    private static async Task<IResult> DownloadAsync(HttpContext context, IGrainFactory grains, TimeProvider time)
    {
        var (query, errors) = Read(context);
        return errors.Any
            ? await ShowAsync(context, grains, time)
            : TypedResults.File(TranscriptCsv.Write(await Transcript.ReadAsync(grains, PageRoutes.LearnerOf(context), query)), "text/csv; charset=utf-8", "transcript.csv");
    }

    private static (TranscriptQuery Query, FormErrors Errors) Read(HttpContext context)
    {
        var query = context.Request.Query;
        var errors = new List<FormError>();
        if (!TranscriptQuery.TryRead(query, TranscriptQuery.FromField, out var from))
        {
            errors.Add(new(TranscriptQuery.FromField, "Enter the first day as a date."));
        }

        if (!TranscriptQuery.TryRead(query, TranscriptQuery.ToField, out var to))
        {
            errors.Add(new(TranscriptQuery.ToField, "Enter the last day as a date."));
        }

        if (from > to)
        {
            errors.Add(new(TranscriptQuery.ToField, "The last day must not lie before the first."));
        }

        return (new(from, to, query[TranscriptQuery.ByField] == TranscriptQuery.ByCourse), FormErrors.Of(errors));
    }
}
