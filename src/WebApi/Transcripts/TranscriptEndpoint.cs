using System.Diagnostics;
using System.Globalization;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Transcripts;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Certificates;
using CmeOrleans.WebApi.Idempotency;
using CmeOrleans.WebApi.OpenApi;
using CmeOrleans.WebApi.Pages.Shell;
using CmeOrleans.WebApi.Paging;
using CmeOrleans.WebApi.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace CmeOrleans.WebApi.Transcripts;

/// <summary>What a learner has claimed and still holds, as data, for a spreadsheet or on paper.</summary>
internal static class TranscriptEndpoint
{
    private const string ByCourse = "course";

    private const string Example = """
        {
          "displayName": "Min-jun Lee, MD",
          "from": "2026-01-01",
          "madeAt": "2026-11-22T10:00:00Z",
          "version": 2,
          "totals": [{ "creditType": "AMA_PRA_1", "kind": "participation", "amount": 0.5 }],
          "items": [
            {
              "completedOn": "2026-03-02",
              "courseId": "peds-2026",
              "courseTitle": "Pediatrics Update 2026",
              "topicId": "asthma",
              "topicTitle": "Asthma in school-age children",
              "creditType": "AMA_PRA_1",
              "kind": "participation",
              "amount": 0.5,
              "claimedOn": "2026-03-09",
              "claimId": "clm_0199a1b2-0000-7000-8000-000000000003",
              "certificateId": "crt_0199a1b2-0000-7000-8000-000000000004",
              "code": "3QWER-TYPAS-DFGHJ-KZXCV-BNM012"
            }
          ]
        }
        """;

    private static readonly QueryParameter From = new("from", "Only topics completed on this day, such as 2026-01-01, or later.");
    private static readonly QueryParameter To = new("to", "Only topics completed on this day or earlier.");
    private static readonly QueryParameter GroupBy = new("groupBy", "What the PDF puts topics under: type when not given.") { Values = ["type", ByCourse] };
    private static readonly QueryParameter Format = new("format", "The form; when not given, Accept decides between application/json, text/csv and application/pdf, and JSON when it does not.")
    {
        Values = [TranscriptFormats.Json, TranscriptFormats.Csv, TranscriptFormats.Pdf],
    };

    public static void MapTranscripts(this IEndpointRouteBuilder api) => api.MapGet("/learners/{learnerId}/transcript", GetAsync)
        .WithTags("Claims")
        .Requires(Access.Learner)
        .Describe("GetTranscript", "Shows all that a learner has claimed and still holds, topic by topic.",
            "As JSON, CSV or PDF. Voided claims and revoked certificates are not in it. The PDF is the same, byte for byte, on the same day for the same ledger.")
        .TakesQuery(From, To, GroupBy, Format)
        .MayAnswer(RefusalTypes.TranscriptTooLong)
        .ShowsAnswer(Example);

    private static async Task<Results<PdfAnswer, CsvAnswer, Ok<TranscriptResponse>, ProblemAnswer>> GetAsync(string learnerId, HttpContext context, IGrainFactory grains)
    {
        var parameters = context.Request.Query;
        var query = new TranscriptQuery
        {
            From = ReadDay(parameters, From),
            To = ReadDay(parameters, To),
            IsByCourse = parameters[GroupBy.Name] == ByCourse,
        };
        if (query.From > query.To)
        {
            throw new ProblemException(Problem.InvalidRequest("#to", "before-from", "The last day must not lie before the first."));
        }

        context.Response.Headers.Vary = HeaderNames.Accept;
        var transcripts = grains.GetGrain<ITranscriptGrain>(learnerId);
        var format = TranscriptFormats.Of(context.Request, parameters[Format.Name].FirstOrDefault());
        if (format is TranscriptFormat.Pdf)
        {
            var printed = await transcripts.PrintAsync(query);
            return printed.Outcome is Outcome.Done
                ? new PdfAnswer(printed.Value!.Pdf!.Value, "transcript.pdf")
                : (ProblemAnswer)CommandAnswers.ProblemOf(printed);
        }

        var read = await transcripts.ReadAsync(query);
        if (read.Outcome is not Outcome.Done)
        {
            return (ProblemAnswer)CommandAnswers.ProblemOf(read);
        }

        return format switch
        {
            TranscriptFormat.Csv => new CsvAnswer(TranscriptCsv.Write(read.Value!.Lines, await CreditTypeNames.ReadAsync(grains)), "transcript.csv"),
            TranscriptFormat.Json => TypedResults.Ok(TranscriptResponse.Of(read.Value!, query)),
            _ => throw new UnreachableException($"No answer in the format {format}."),
        };
    }

    /// <exception cref="ProblemException">The parameter is there and is no day.</exception>
    private static DateOnly? ReadDay(IQueryCollection parameters, QueryParameter parameter) => parameters[parameter.Name].FirstOrDefault() switch
    {
        null => null,
        var text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && CalendarYears.Have(day) => day,
        _ => throw new ProblemException(Problem.InvalidRequest(
            $"#{parameter.Name}", "not-a-date", $"A date is written as 2026-11-22 and lies in the years {CalendarYears.Min} to {CalendarYears.Max}.")),
    };
}
