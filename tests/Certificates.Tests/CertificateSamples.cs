using System.Collections.Immutable;
using CmeOrleans.Certificates.Text;
using CmeOrleans.Certificates.Typefaces;
using CmeOrleans.Domain;
using CmeOrleans.Domain.Certificates;
using CmeOrleans.Domain.Courses;
using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Grains.Certificates;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Certificates.Tests;

/// <summary>A certificate to begin with, which each test changes in the one respect it is about.</summary>
internal static class CertificateSamples
{
    // Typefaces take a while to read, and nothing about them is changed by a test.
    private static readonly TypefaceLibrary Library = new();

    public static CreditTypePack CreditTypes { get; } =
        CreditTypePack.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "credit-types.json")));

    public static Typesetter Typesetter { get; } = new(Library);

    public static ICertificateRenderer Renderer { get; } = RendererOn(CertificatePaper.Letter);

    public static ICertificateRenderer RendererOn(CertificatePaper paper) =>
        new CertificateRenderer(CreditTypes, Library, Typesetter, Options.Create(new CertificateOptions { Paper = paper }));

    public static byte[] Merge(params byte[][] files) => Renderer.Merge(
        [.. files.Select(file => (ReadOnlyMemory<byte>)file)],
        new() { ClaimId = "clm_019ab3c2", LearnerName = "Ada Okafor", IssuedOn = new(2026, 11, 22) });

    public static CertificateContent Content(int topicsCount = 3) => WithTopics(Bare(), [.. Enumerable.Range(1, topicsCount).Select(Topic)]);

    /// <summary>The content with other topics, its amount and dates following from them.</summary>
    public static CertificateContent WithTopics(CertificateContent content, ImmutableArray<CertificateTopic> topics) => content with
    {
        Topics = topics,
        AmountClaimed = topics.Aggregate(CreditAmount.Zero, (sum, topic) => sum + topic.Amount),
        CompletedFirst = topics.Min(topic => topic.CompletedOn),
        CompletedLast = topics.Max(topic => topic.CompletedOn),
    };

    public static CertificateTopic Topic(int number) =>
        new($"Topic number {number}", new DateOnly(2026, 1, 4).AddDays(number), CreditAmount.FromHundredths(25 * (1 + (number % 6))));

    private static CertificateContent Bare()
    {
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
                AccreditationStatement =
                    "Meridian Institute for Medical Education is accredited by the Accreditation Council for Continuing Medical "
                    + "Education (ACCME) to provide continuing medical education for physicians.",
                JointProviders = [],
                SignatoryName = "Eleanor V. Whitfield",
                SignatoryTitle = "Director of Medical Education",
            },
            CourseTitle = "Emergency Medicine 2026",
            Format = LearningFormat.Enduring,
            CompletedFirst = default,
            CompletedLast = default,
            IssuedOn = new(2026, 11, 22),
            CreditTypeCode = "AMA_PRA_1",
            AmountClaimed = CreditAmount.Zero,
            DesignatedMaximum = CreditAmount.FromHundredths(12_000),
            Topics = [],
            VerificationUrl = new($"https://credits.example.org/verify/{code}"),
            LedgerSeq = 42,
            LedgerHash = [.. Enumerable.Range(0, 32).Select(number => (byte)number)],
        };
    }
}
