using CmeOrleans.Domain.Certificates;
using CmeOrleans.Domain.Courses;
using CmeOrleans.Domain.Ledger.Events;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Learners;
using CertificateTopic = CmeOrleans.Domain.Certificates.CertificateTopic;

namespace CmeOrleans.Grains.Certificates;

/// <summary>Puts together what a certificate prints, from the claim's own row and nothing else.</summary>
internal static class CertificateContents
{
    public static CertificateContent Of(Claimed claimed, CertificateFace face, PrintedName name, CertificateOrder order, Uri publicBaseUrl) => new()
    {
        TemplateVersion = face.TemplateVersion,
        CertificateId = face.CertificateId.ToString(),
        VerificationCode = VerificationCode.Parse(face.Code),
        Kind = CertificateKindNames.TryParse(face.Kind, out var kind) ? kind : CertificateKind.None,
        LearnerName = name.DisplayName,
        LearnerDegrees = name.Degrees,
        Provider = Of(claimed.ProviderOf(face)),
        CourseTitle = face.CourseTitle,
        Format = LearningFormatNames.TryParse(face.Format, out var format) ? format : LearningFormat.Other,
        Location = face.Location,
        CompletedFirst = face.Topics.Min(topic => topic.CompletedOn),
        CompletedLast = face.Topics.Max(topic => topic.CompletedOn),
        IssuedOn = face.IssuedOn,
        CreditTypeCode = claimed.CreditType,
        AmountClaimed = face.Hundredths,
        DesignatedMaximum = face.DesignatedHundredths,
        Topics = [.. face.Topics.Select(topic => new CertificateTopic(topic.Title, topic.CompletedOn, topic.Hundredths))],
        VerificationUrl = new Uri(publicBaseUrl, $"/verify/{face.Code}"),
        LedgerSeq = order.Seq,
        LedgerHash = [.. order.RowHash.Span],
    };

    /// <summary>The claim that an order is about, and what it says of one of its certificates.</summary>
    public static (Claimed Claimed, CertificateFace Face) Read(CertificateOrder order, string certificateId)
    {
        var claimed = (Claimed)LedgerEventCodec.Read(LedgerEventCodec.ClaimedKind, order.RowBody.Span);
        return (claimed, claimed.Certificates.Single(certificate => certificate.CertificateId.ToString() == certificateId));
    }

    private static CertificateProvider Of(ProviderFace provider) => new()
    {
        Name = provider.Name,
        Address = provider.Address,
        AccreditationStatement = provider.AccreditationStatement,
        JointProviders = provider.JointProviders,
        SignatoryName = provider.SignatoryName,
        SignatoryTitle = provider.SignatoryTitle,
    };
}
