using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Transcripts;

/// <summary>Reads what a learner has claimed and still holds.</summary>
internal static class Transcript
{
    private const int PageLimit = 200;
    private const int PagesMax = 50;
    private const string Voided = "voided";
    private const string Revoked = "revoked";
    private const string Participation = "participation";

    public static async Task<ImmutableArray<TranscriptLine>> ReadAsync(IGrainFactory grains, string learnerId, TranscriptQuery query)
    {
        var learner = grains.GetGrain<ILearnerGrain>(learnerId);
        var types = await CreditTypeNames.ReadAsync(grains);
        var lines = new List<TranscriptLine>();
        string? after = null;
        for (var page = 0; page < PagesMax; page++)
        {
            var read = await learner.GetClaimsAsync(new() { Sort = "claimedAt", Limit = PageLimit, After = after });
            if (read is null)
            {
                break;
            }

            lines.AddRange(read.Items.Where(claim => claim.Status != Voided).SelectMany(claim => LinesOf(claim, types)).Where(line => query.Includes(line.CompletedOn)));
            after = read.Next;
            if (after is null)
            {
                break;
            }
        }

        return [.. lines.OrderBy(line => line.CompletedOn).ThenBy(line => line.CourseTitle, StringComparer.OrdinalIgnoreCase)];
    }

    private static IEnumerable<TranscriptLine> LinesOf(ClaimView claim, CreditTypeNames types) =>
        from certificate in claim.Certificates
        where certificate.Status != Revoked
        from topic in certificate.Topics
        select new TranscriptLine(
            topic.CompletedOn,
            certificate.CourseTitle,
            topic.TopicTitle,
            claim.CreditType,
            types[claim.CreditType],
            certificate.Kind == Participation,
            DateOnly.FromDateTime(claim.ClaimedAt.UtcDateTime),
            topic.AmountHundredths,
            claim.ClaimId);
}
