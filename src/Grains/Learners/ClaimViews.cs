using System.Collections.Immutable;
using CmeOrleans.Domain.Certificates;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Ledger.Events;
using CmeOrleans.Grains.Interfaces.Learners;
using CertificateTopic = CmeOrleans.Domain.Ledger.Events.CertificateTopic;

namespace CmeOrleans.Grains.Learners;

/// <summary>Claims in the words of the contract: as first answered, as they stand now, and as they would be.</summary>
internal static class ClaimViews
{
    private const string Valid = "valid";
    private const string Flagged = "flagged";
    private const string Voided = "voided";
    private const string Revoked = "revoked";

    /// <summary>The first answer to a claim: everything stands.</summary>
    public static ClaimView AsAnswered(LedgerRow row, Claimed claimed) => ToView(row, claimed, Valid, _ => Valid);

    /// <summary>The claim with what has become of it since.</summary>
    public static ClaimView AsOfNow(LedgerRow row, Claimed claimed, Claim claim) =>
        ToView(row, claimed, StatusOf(claim), courseId => claim.IsRevoked(courseId) ? Revoked : Valid);

    public static string StatusOf(Claim claim, string courseId) => claim.IsRevoked(courseId) ? Revoked : Valid;

    /// <summary>What the claim would be.</summary>
    public static ClaimView AsPreviewed(ClaimPlan plan, string displayName, CertificateKind kind, long version, DateTimeOffset now) => new()
    {
        ClaimId = "",
        CreditType = plan.CreditType,
        TotalHundredths = plan.Total.Hundredths,
        ClaimedAt = now,
        Version = version,
        Status = Valid,
        EarnedYear = plan.Certificates.SelectMany(certificate => certificate.Lines).Max(line => line.Credit.Earning.CompletedOn).Year,
        DisplayName = displayName,
        Certificates =
        [
            .. plan.Certificates.Select(planned => new CertificateView
            {
                CertificateId = "",
                CourseId = planned.CourseId,
                CourseTitle = planned.CourseTitle,
                AmountHundredths = planned.Amount.Hundredths,
                Kind = kind.ToApiName(),
                Code = "",
                Status = Valid,
                Topics = [.. planned.Lines.Select(ToView)],
            }),
        ],
        Forgone = ForgoneBy(plan),
    };

    public static CertificateTopicView ToView(CertificateTopic topic) => new()
    {
        CreditId = topic.CreditId.ToString(),
        TopicId = topic.TopicId,
        TopicTitle = topic.Title,
        CompletedOn = topic.CompletedOn,
        AmountHundredths = topic.Hundredths.Hundredths,
    };

    private static ImmutableArray<ForgoneView> ForgoneBy(ClaimPlan plan)
    {
        var types = plan.Certificates.SelectMany(certificate => certificate.Lines).SelectMany(line => line.Credit.Earning.Credits)
            .DistinctBy(credit => credit.Id).ToDictionary(credit => credit.Id, credit => credit.CreditType);
        return
        [
            .. plan.Forgone.GroupBy(movement => types[movement.CreditId], StringComparer.Ordinal)
                .OrderBy(type => type.Key, StringComparer.Ordinal)
                .Select(type => new ForgoneView { CreditType = type.Key, AmountHundredths = type.Sum(movement => movement.Hundredths.Hundredths) }),
        ];
    }

    private static string StatusOf(Claim claim) => claim.IsVoided ? Voided : claim.IsFlagged ? Flagged : Valid;

    private static ClaimView ToView(LedgerRow row, Claimed claimed, string status, Func<string, string> statusOfCourse) => new()
    {
        ClaimId = claimed.ClaimId.ToString(),
        CreditType = claimed.CreditType,
        TotalHundredths = claimed.Hundredths.Hundredths,
        ClaimedAt = claimed.ClaimedAt,
        Version = row.Seq,
        Status = status,
        EarnedYear = claimed.Certificates.SelectMany(certificate => certificate.Topics).Max(topic => topic.CompletedOn).Year,
        Certificates =
        [
            .. claimed.Certificates.Select(certificate => new CertificateView
            {
                CertificateId = certificate.CertificateId.ToString(),
                CourseId = certificate.CourseId,
                CourseTitle = certificate.CourseTitle,
                AmountHundredths = certificate.Hundredths.Hundredths,
                Kind = certificate.Kind,
                Code = certificate.Code,
                Status = statusOfCourse(certificate.CourseId),
                Topics = [.. certificate.Topics.Select(ToView)],
            }),
        ],
    };

    private static CertificateTopicView ToView(ClaimedLine line) => new()
    {
        CreditId = line.Credit.Id.ToString(),
        TopicId = line.Credit.Earning.TopicId,
        TopicTitle = line.Credit.Earning.TopicTitle,
        CompletedOn = line.Credit.Earning.CompletedOn,
        AmountHundredths = line.Amount.Hundredths,
    };
}
