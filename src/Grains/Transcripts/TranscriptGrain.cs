using System.Diagnostics;
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
public sealed class TranscriptGrain(ITranscriptRenderer renderer, UnkeptPaperGate gate, IOptions<CertificateOptions> options, TimeProvider time)
    : Grain, ITranscriptGrain
{
    private readonly Uri _verificationUrl = new(new Uri(options.Value.PublicBaseUrl), "/verify/");

    public async Task<Answer<Transcript>> ReadAsync(TranscriptQuery query)
    {
        var learner = GrainFactory.GetGrain<ILearnerGrain>(this.GetPrimaryKeyString());
        if (await learner.GetProfileAsync() is not { } profile)
        {
            return Answers.NotFound<Transcript>();
        }

        var reading = new TranscriptReading(query, learner.GetClaimsAsync);
        return await reading.RunAsync() switch
        {
            TranscriptReadingEnd.Whole => Answers.Done(TranscriptOf(profile.Value, reading)),
            TranscriptReadingEnd.TooLong => Answers.Refused<Transcript>(
                "transcript-too-long", $"A transcript lists at most {TranscriptContent.TopicsMax} topics. Ask for a shorter period."),
            TranscriptReadingEnd.NoLedger => Answers.NotFound<Transcript>(),
            var end => throw new UnreachableException($"A transcript does not end with {end}."),
        };
    }

    public Task<Answer<DocumentAnswer>> PrintAsync(TranscriptQuery query) => gate.HoldPlaceAsync(this.GetPrimaryKeyString(), () => PrintNowAsync(query));

    private async Task<Answer<DocumentAnswer>> PrintNowAsync(TranscriptQuery query)
    {
        var answer = await ReadAsync(query);
        if (answer.Value is not { } transcript)
        {
            return new() { Outcome = answer.Outcome, Refusal = answer.Refusal };
        }

        var content = ContentOf(transcript, query);
        var pdf = await gate.RenderAsync(() => renderer.Render(content));
        return Answers.Done(new DocumentAnswer { Pdf = pdf, Sha256 = Convert.ToHexStringLower(SHA256.HashData(pdf)) });
    }

    private Transcript TranscriptOf(LearnerProfile profile, TranscriptReading reading) => new()
    {
        DisplayName = profile.DisplayName,
        Degrees = profile.Degrees,
        Lines = [.. reading.Lines.OrderBy(line => line.CompletedOn).ThenBy(line => line.CourseTitle, StringComparer.Ordinal)],
        MadeAt = time.GetUtcNow(),
        Version = reading.Version,
    };

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
