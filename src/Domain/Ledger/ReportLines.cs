using System.Collections.Immutable;
using CmeOrleans.Domain.Ledger.Events;

namespace CmeOrleans.Domain.Ledger;

/// <summary>What a claim owes to certifying boards.</summary>
public static class ReportLines
{
    /// <summary>The American Board of Pediatrics.</summary>
    public const string AbpBoard = "abp";

    /// <summary>The one credit type that is reported to a board on the learner's behalf; all other credit the learner submits.</summary>
    public const string AbpCreditType = "ABP_MOC_2";

    /// <summary>The row whose report lines are withdrawn, as far as they are not sent: that of the claim that <paramref name="happened"/> makes void.</summary>
    public static long? WithdrawnBy(LearnerLedger ledger, LedgerEvent happened) =>
        happened is ClaimVoided voided && ledger.TryFind(voided.ClaimId, out var claim) ? claim.Seq : null;

    /// <summary>One line per course and completion date for a claim of reported credit; none for any other event.</summary>
    public static ImmutableArray<ReportLine> Of(LedgerEvent happened)
    {
        if (happened is not Claimed { CreditType: AbpCreditType } claimed)
        {
            return [];
        }

        var days = claimed.Certificates.SelectMany(
            certificate => certificate.Topics.GroupBy(topic => topic.CompletedOn).OrderBy(day => day.Key),
            (certificate, day) => (Certificate: certificate, Day: day));
        return
        [
            .. days.Select((item, n) => new ReportLine
            {
                N = n,
                Board = AbpBoard,
                CourseId = item.Certificate.CourseId,
                ParsActivityId = item.Certificate.ParsActivityId,
                CreditType = claimed.CreditType,
                CompletedOn = item.Day.Key,
                Amount = item.Day.Aggregate(CreditAmount.Zero, (sum, topic) => sum + topic.Hundredths),
            }),
        ];
    }
}
