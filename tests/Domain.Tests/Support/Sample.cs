using System.Collections.Immutable;
using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Ledger.Events;

namespace CmeOrleans.Domain.Tests.Support;

/// <summary>What tests start from: each test changes the one thing it is about.</summary>
internal static class Sample
{
    public const string Ama = "AMA_PRA_1";
    public const string Acep = "ACEP_1";
    public const string Ancc = "ANCC_CH";
    public const string AbpMoc = "ABP_MOC_2";

    /// <summary>The pack that the product ships with.</summary>
    public static CreditTypePack Pack { get; } = ReadPack();

    /// <summary>A course of 2026 at a provider that lives by UTC, with a topic worth 1.50 AMA PRA Category 1.</summary>
    public static EarnTerms Course { get; } = new()
    {
        CourseId = "course-1",
        CourseVersion = 1,
        CourseTitle = "Acute Asthma",
        ProviderId = "provider-1",
        TimeZone = TimeZoneInfo.Utc,
        StartsOn = new(2026, 1, 1),
        EndsOn = new(2026, 12, 31),
        ClaimWindowMonths = 36,
        Topic = Topic("topic-1", Worth(Ama, 150)),
    };

    public static ClaimTerms Member { get; } = new(IsMembershipActive: true, Pack, []);

    public static TopicTerms Topic(string topicId, params ImmutableArray<TopicCreditTerms> credits) => new(topicId, $"Title of {topicId}", credits);

    public static TopicCreditTerms Worth(string creditType, long hundredths, DateOnly? claimBy = null, string? group = null) =>
        new(creditType, CreditAmount.FromHundredths(hundredths), claimBy, group);

    /// <summary>What a course says on certificates, made up from its id.</summary>
    public static CertificateTerms Certificate(string courseId) => new()
    {
        CourseTitle = $"Title of {courseId}",
        Format = "enduring",
        ParsActivityId = "201234567",
        DesignatedMaximum = CreditAmount.FromHundredths(100_000),
        TimeZone = TimeZoneInfo.Utc,
        Provider = new()
        {
            ProviderId = "provider-1",
            Name = "Northside Academy of Medicine",
            Address = "1 Harbor Street, Chicago, IL",
            AccreditationStatement = "Accredited by the ACCME to provide continuing medical education for physicians.",
            SignatoryName = "Ada Byrne",
            SignatoryTitle = "Director of Education",
        },
    };

    public static CertificateHolder Holder { get; } = new(new SealedText("sealed name"u8.ToArray()), Profession.PhysicianMd);

    private static CreditTypePack ReadPack()
    {
        using var stream = typeof(Sample).Assembly.GetManifestResourceStream("credit-types.json")
            ?? throw new InvalidOperationException("The pack of credit types is embedded.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return CreditTypePack.Parse(bytes.ToArray());
    }
}
