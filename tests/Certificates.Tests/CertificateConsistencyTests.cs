using CmeOrleans.Domain;
using CmeOrleans.Domain.Certificates;

namespace CmeOrleans.Certificates.Tests;

/// <summary>Content that contradicts itself is a bug of whoever froze it, and is never printed.</summary>
public sealed class CertificateConsistencyTests
{
    public static TheoryData<string, Func<CertificateContent, CertificateContent>> Contradictions => new()
    {
        { "no kind", content => content with { Kind = CertificateKind.None } },
        { "no name", content => content with { LearnerName = " " } },
        { "no topic", content => content with { Topics = [] } },
        { "topics without array", content => content with { Topics = default } },
        { "total too high", content => content with { AmountClaimed = content.AmountClaimed + CreditAmount.FromHundredths(1) } },
        { "total too low", content => content with { AmountClaimed = content.AmountClaimed - CreditAmount.FromHundredths(1) } },
        { "dates crossed", content => content with { CompletedFirst = content.CompletedLast.AddDays(1) } },
        { "short hash", content => content with { LedgerHash = content.LedgerHash[..31] } },
    };

    [Theory]
    [MemberData(nameof(Contradictions), DisableDiscoveryEnumeration = true)]
    public void Contradiction_is_refused(string what, Func<CertificateContent, CertificateContent> change)
    {
        Assert.NotEmpty(what);
        Assert.Throws<InvariantViolationException>(() => CertificateSamples.Renderer.Render(change(CertificateSamples.Content())));
    }

    [Fact]
    public void Unknown_credit_type_is_refused() => Assert.Throws<KeyNotFoundException>(
        () => CertificateSamples.Renderer.Render(CertificateSamples.Content() with { CreditTypeCode = "NONE" }));
}
