using System.Security.Cryptography;
using CmeOrleans.Domain.Certificates;
using CmeOrleans.Domain.Transcripts;
using CmeOrleans.Grains.Certificates;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Certificates;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Interfaces.Transcripts;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace CmeOrleans.Grains.Transcripts;

/// <inheritdoc cref="ITranscriptGrain"/>
[StatelessWorker]
public sealed class TranscriptGrain(ITranscriptRenderer renderer, RenderingGate gate, IOptions<CertificateOptions> options, TimeProvider time)
    : Grain, ITranscriptGrain
{
    private const int PageLimit = 200;

    private readonly Uri _verificationUrl = new(new Uri(options.Value.PublicBaseUrl), "/verify/");

    public async Task<Answer<Transcript>> ReadAsync(TranscriptQuery query)
    {
        var learner = GrainFactory.GetGrain<ILearnerGrain>(this.GetPrimaryKeyString());
        if (await learner.GetProfileAsync() is not { } profile)
        {
            return Answers.NotFound<Transcript>();
        }

        var lines = new List<TranscriptLine>();
        var version = 0L;
        string? after = null;
        do
        {
            if (await learner.GetClaimsAsync(new() { Sort = "claimedAt", Limit = PageLimit, After = after }) is not { } page)
            {
                return Answers.NotFound<Transcript>();
            }

            lines.AddRange(page.Items.SelectMany(TranscriptLines.Of).Where(line => TranscriptLines.IsIn(query, line)));
            if (lines.Count > TranscriptContent.TopicsMax)
            {
                return Answers.Refused<Transcript>("transcript-too-long", $"A transcript lists at most {TranscriptContent.TopicsMax} topics. Ask for a shorter period.");
            }

            (after, version) = (page.Next, page.Version);
        }
        while (after is not null);

        return Answers.Done(new Transcript
        {
            DisplayName = profile.Value.DisplayName,
            Degrees = profile.Value.Degrees,
            Lines = [.. lines.OrderBy(line => line.CompletedOn).ThenBy(line => line.CourseTitle, StringComparer.Ordinal)],
            MadeAt = time.GetUtcNow(),
            Version = version,
        });
    }

    public async Task<Answer<DocumentAnswer>> PrintAsync(TranscriptQuery query)
    {
        var answer = await ReadAsync(query);
        if (answer.Value is not { } transcript)
        {
            return new() { Outcome = answer.Outcome, Refusal = answer.Refusal };
        }

        var content = ContentOf(transcript, query);
        var pdf = await gate.RunAsync(() => renderer.Render(content));
        return Answers.Done(new DocumentAnswer { Pdf = pdf, Sha256 = Convert.ToHexStringLower(SHA256.HashData(pdf)) });
    }

    private TranscriptContent ContentOf(Transcript transcript, TranscriptQuery query) => new()
    {
        LearnerName = transcript.DisplayName,
        LearnerDegrees = transcript.Degrees,
        From = query.From,
        To = query.To,
        IsByCourse = query.IsByCourse,
        MadeOn = DateOnly.FromDateTime(transcript.MadeAt.UtcDateTime),
        LedgerSeq = transcript.Version,
        VerificationUrl = _verificationUrl,
        Topics = [.. transcript.Lines.Select(TopicOf)],
    };

    private static TranscriptTopic TopicOf(TranscriptLine line) => new(
        line.CompletedOn,
        line.CourseTitle,
        line.TopicTitle,
        line.CreditType,
        CertificateKindNames.TryParse(line.Kind, out var kind) ? kind : CertificateKind.None,
        line.ClaimedOn,
        Domain.CreditAmount.FromHundredths(line.AmountHundredths),
        line.Code);
}
