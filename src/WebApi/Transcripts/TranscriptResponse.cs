using CmeOrleans.Grains.Interfaces.Transcripts;
using CmeOrleans.WebApi.Json;

namespace CmeOrleans.WebApi.Transcripts;

/// <summary>A transcript as data: its topics in order of completion, and sums by type and kind.</summary>
internal sealed record TranscriptResponse(
    string DisplayName, DateOnly? From, DateOnly? To, DateTimeOffset MadeAt, long Version, IReadOnlyList<TranscriptTotalResponse> Totals, IReadOnlyList<TranscriptLineResponse> Items)
{
    public static TranscriptResponse Of(Transcript transcript, TranscriptQuery query) => new(
        transcript.DisplayName,
        query.From,
        query.To,
        transcript.MadeAt,
        transcript.Version,
        [
            .. transcript.Lines
                .GroupBy(line => (line.CreditType, line.Kind))
                .OrderBy(group => group.Key.CreditType, StringComparer.Ordinal)
                .ThenByDescending(group => group.Key.Kind, StringComparer.Ordinal)
                .Select(group => new TranscriptTotalResponse(group.Key.CreditType, group.Key.Kind, new(group.Sum(line => line.AmountHundredths)))),
        ],
        [.. transcript.Lines.Select(TranscriptLineResponse.Of)]);
}

/// <summary>What the topics of one type and kind sum up to.</summary>
internal sealed record TranscriptTotalResponse(string CreditType, string Kind, Credits Amount);

/// <summary>One topic that was claimed; code is that of its certificate.</summary>
internal sealed record TranscriptLineResponse(
    DateOnly CompletedOn,
    string CourseId,
    string CourseTitle,
    string TopicId,
    string TopicTitle,
    string CreditType,
    string Kind,
    Credits Amount,
    DateOnly ClaimedOn,
    string ClaimId,
    string CertificateId,
    string Code)
{
    public static TranscriptLineResponse Of(TranscriptLine line) => new(
        line.CompletedOn,
        line.CourseId,
        line.CourseTitle,
        line.TopicId,
        line.TopicTitle,
        line.CreditType,
        line.Kind,
        new(line.AmountHundredths),
        line.ClaimedOn,
        line.ClaimId,
        line.CertificateId,
        line.Code);
}
