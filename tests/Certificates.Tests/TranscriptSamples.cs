using CmeOrleans.Certificates.Text;
using CmeOrleans.Certificates.Transcripts;
using CmeOrleans.Certificates.Typefaces;
using CmeOrleans.Domain;
using CmeOrleans.Domain.Certificates;
using CmeOrleans.Domain.Transcripts;
using CmeOrleans.Grains.Transcripts;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Certificates.Tests;

/// <summary>A transcript to begin with, which each test changes in the one respect it is about.</summary>
internal static class TranscriptSamples
{
    private static readonly TypefaceLibrary Library = new();

    private static readonly string[] Courses = ["Emergency Medicine 2026", "Pediatrics Update", "Cardiology for the Generalist: Rhythm, Pressure and Failure"];

    public static ITranscriptRenderer Renderer { get; } = RendererOn(CertificatePaper.Letter);

    public static ITranscriptRenderer RendererOn(CertificatePaper paper) =>
        new TranscriptRenderer(CertificateSamples.CreditTypes, Library, new Typesetter(Library), Options.Create(new CertificateOptions { Paper = paper }));

    public static TranscriptContent Content(int topicsCount = 12) => new()
    {
        LearnerName = "Ada Okafor",
        LearnerDegrees = "MD, FACEP",
        MadeOn = new(2026, 11, 22),
        LedgerSeq = 42,
        VerificationUrl = new("https://credits.example.org/verify/"),
        Topics = [.. Enumerable.Range(1, topicsCount).Select(Topic)],
    };

    public static TranscriptTopic Topic(int number)
    {
        var course = number % Courses.Length;
        var isPoints = number % 4 == 0;
        return new(
            new DateOnly(2026, 1, 4).AddDays(number),
            Courses[course],
            $"Topic number {number}: recognition and early management",
            isPoints ? "ABP_MOC_2" : "AMA_PRA_1",
            CertificateKind.Participation,
            new(2026, 6, 1 + course),
            CreditAmount.FromHundredths(25 * (1 + (number % 6))),
            $"3QWER-TYPAS-DFGHJ-KZXCV-BN{course}{(isPoints ? 1 : 0)}12");
    }
}
