using System.Collections.Immutable;
using CmeOrleans.Domain;
using CmeOrleans.Domain.Certificates;
using CmeOrleans.Domain.Courses;

namespace CmeOrleans.Certificates.Bench;

/// <summary>A certificate as most are: one page, ten topics.</summary>
internal static class SampleCertificate
{
    private const int TopicsCount = 10;

    public static CertificateContent Create()
    {
        ImmutableArray<CertificateTopic> topics =
        [
            .. Enumerable.Range(1, TopicsCount).Select(number => new CertificateTopic(
                $"Recognition and early management, part {number}", new(2026, 3, number), CreditAmount.FromHundredths(25 * number))),
        ];
        var code = VerificationCode.FromBytes([.. Enumerable.Range(1, 16).Select(number => (byte)(number * 13))]);
        return new()
        {
            TemplateVersion = CertificateContent.TemplateVersionCurrent,
            CertificateId = "crt_019ab3c2-7d00-7a51-9a2f-eaa0c55ad015",
            VerificationCode = code,
            Kind = CertificateKind.Participation,
            LearnerName = "Ada Okafor",
            LearnerDegrees = "MD",
            Provider = new()
            {
                Name = "Meridian Institute for Medical Education",
                Address = "1200 Riverside Drive\nMemphis, TN 38103",
                AccreditationStatement = "Meridian Institute for Medical Education is accredited by the Accreditation Council for "
                    + "Continuing Medical Education (ACCME) to provide continuing medical education for physicians.",
                JointProviders = [],
                SignatoryName = "Eleanor V. Whitfield",
                SignatoryTitle = "Director of Medical Education",
            },
            CourseTitle = "Emergency Medicine 2026",
            Format = LearningFormat.Enduring,
            CompletedFirst = topics[0].CompletedOn,
            CompletedLast = topics[^1].CompletedOn,
            IssuedOn = new(2026, 11, 22),
            CreditTypeCode = "AMA_PRA_1",
            AmountClaimed = topics.Aggregate(CreditAmount.Zero, (sum, topic) => sum + topic.Amount),
            DesignatedMaximum = CreditAmount.FromHundredths(2_000),
            Topics = topics,
            VerificationUrl = new($"https://credits.example.org/verify/{code}"),
            LedgerSeq = 42,
            LedgerHash = [.. Enumerable.Range(0, 32).Select(number => (byte)number)],
        };
    }
}
