using CmeOrleans.Domain.Identifiers;

namespace CmeOrleans.Domain.Ledger.Events;

/// <summary>The stored form of <see cref="Claimed"/>.</summary>
internal static class ClaimedForm
{
    public static void Write(EventWriter writer, Claimed claimed)
    {
        writer.Write("claimId"u8, claimed.ClaimId);
        writer.Write("creditType"u8, claimed.CreditType);
        writer.Write("hundredths"u8, claimed.Hundredths);
        writer.Write("claimedAt"u8, claimed.ClaimedAt);
        writer.Write("name"u8, claimed.Name);
        writer.Write("providers"u8, claimed.Providers, WriteProvider);
        writer.Write("certificates"u8, claimed.Certificates, WriteCertificate);
        writer.Write("forgone"u8, claimed.Forgone);
        writer.Write("expired"u8, claimed.Expired);
    }

    // The initializers run in the order of the text, which is that of the stored form.
    public static Claimed Read(ref EventReader reader) => new()
    {
        ClaimId = reader.ReadId<ClaimId>("claimId"u8),
        CreditType = reader.ReadText("creditType"u8),
        Hundredths = reader.ReadAmount("hundredths"u8),
        ClaimedAt = reader.ReadInstant("claimedAt"u8),
        Name = reader.ReadSealed("name"u8),
        Providers = reader.ReadList("providers"u8, ReadProvider),
        Certificates = reader.ReadList("certificates"u8, ReadCertificate),
        Forgone = reader.ReadMovements("forgone"u8),
        Expired = reader.ReadMovements("expired"u8),
    };

    private static void WriteProvider(EventWriter writer, ProviderFace provider)
    {
        writer.BeginObject();
        writer.Write("providerId"u8, provider.ProviderId);
        writer.Write("name"u8, provider.Name);
        writer.Write("address"u8, provider.Address);
        writer.Write("accreditationStatement"u8, provider.AccreditationStatement);
        writer.Write("jointProviders"u8, provider.JointProviders, static (item, name) => item.Write(name));
        writer.Write("signatoryName"u8, provider.SignatoryName);
        writer.Write("signatoryTitle"u8, provider.SignatoryTitle);
        writer.EndObject();
    }

    private static ProviderFace ReadProvider(ref EventReader reader)
    {
        reader.BeginObject();
        var provider = new ProviderFace
        {
            ProviderId = reader.ReadText("providerId"u8),
            Name = reader.ReadText("name"u8),
            Address = reader.ReadText("address"u8),
            AccreditationStatement = reader.ReadText("accreditationStatement"u8),
            JointProviders = reader.ReadList("jointProviders"u8, static (ref EventReader item) => item.ReadText()),
            SignatoryName = reader.ReadText("signatoryName"u8),
            SignatoryTitle = reader.ReadText("signatoryTitle"u8),
        };
        reader.EndObject();
        return provider;
    }

    private static void WriteCertificate(EventWriter writer, CertificateFace certificate)
    {
        writer.BeginObject();
        writer.Write("certificateId"u8, certificate.CertificateId);
        writer.Write("code"u8, certificate.Code);
        writer.Write("kind"u8, certificate.Kind);
        writer.Write("templateVersion"u8, certificate.TemplateVersion);
        writer.Write("courseId"u8, certificate.CourseId);
        writer.Write("courseVersion"u8, certificate.CourseVersion);
        writer.Write("courseTitle"u8, certificate.CourseTitle);
        writer.Write("format"u8, certificate.Format);
        writer.WriteOptional("location"u8, certificate.Location);
        writer.WriteOptional("parsActivityId"u8, certificate.ParsActivityId);
        writer.Write("hundredths"u8, certificate.Hundredths);
        writer.Write("designatedHundredths"u8, certificate.DesignatedHundredths);
        writer.Write("issuedOn"u8, certificate.IssuedOn);
        writer.Write("provider"u8, certificate.Provider);
        writer.Write("topics"u8, certificate.Topics, WriteTopic);
        writer.EndObject();
    }

    private static CertificateFace ReadCertificate(ref EventReader reader)
    {
        reader.BeginObject();
        var certificate = new CertificateFace
        {
            CertificateId = reader.ReadId<CertificateId>("certificateId"u8),
            Code = reader.ReadText("code"u8),
            Kind = reader.ReadText("kind"u8),
            TemplateVersion = reader.ReadInt("templateVersion"u8),
            CourseId = reader.ReadText("courseId"u8),
            CourseVersion = reader.ReadInt("courseVersion"u8),
            CourseTitle = reader.ReadText("courseTitle"u8),
            Format = reader.ReadText("format"u8),
            Location = reader.ReadOptionalText("location"u8),
            ParsActivityId = reader.ReadOptionalText("parsActivityId"u8),
            Hundredths = reader.ReadAmount("hundredths"u8),
            DesignatedHundredths = reader.ReadAmount("designatedHundredths"u8),
            IssuedOn = reader.ReadDate("issuedOn"u8),
            Provider = reader.ReadInt("provider"u8),
            Topics = reader.ReadList("topics"u8, ReadTopic),
        };
        reader.EndObject();
        return certificate;
    }

    private static void WriteTopic(EventWriter writer, CertificateTopic topic)
    {
        writer.BeginObject();
        writer.Write("creditId"u8, topic.CreditId);
        writer.Write("topicId"u8, topic.TopicId);
        writer.Write("title"u8, topic.Title);
        writer.Write("completedOn"u8, topic.CompletedOn);
        writer.Write("hundredths"u8, topic.Hundredths);
        writer.EndObject();
    }

    private static CertificateTopic ReadTopic(ref EventReader reader)
    {
        reader.BeginObject();
        var topic = new CertificateTopic
        {
            CreditId = reader.ReadId<CreditId>("creditId"u8),
            TopicId = reader.ReadText("topicId"u8),
            Title = reader.ReadText("title"u8),
            CompletedOn = reader.ReadDate("completedOn"u8),
            Hundredths = reader.ReadAmount("hundredths"u8),
        };
        reader.EndObject();
        return topic;
    }
}
