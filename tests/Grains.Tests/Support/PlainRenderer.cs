using System.Diagnostics.CodeAnalysis;
using System.Text;
using CmeOrleans.Domain.Certificates;
using CmeOrleans.Grains.Certificates;

namespace CmeOrleans.Grains.Tests.Support;

/// <summary>Sets certificates as plain lines, so that tests of the grains can read them. Names with a digit cannot be set.</summary>
internal sealed class PlainRenderer : ICertificateRenderer, INameTypesetting
{
    private int _renderingsCount;

    public int RenderingsCount => _renderingsCount;

    public byte[] Render(CertificateContent content) => Render(content, "");

    public byte[] RenderForBoard(CertificateContent content, BoardEvidence evidence) => Render(content, $"{evidence.Board} {evidence.DiplomateId}|");

    public byte[] Merge(IReadOnlyList<ReadOnlyMemory<byte>> certificates, ClaimDocumentInfo info) =>
        [.. certificates.SelectMany(certificate => certificate.ToArray())];

    public bool CanSet(string name, [NotNullWhen(false)] out string? reason)
    {
        reason = name.Any(char.IsDigit) ? "A digit cannot be printed." : null;
        return reason is null;
    }

    private byte[] Render(CertificateContent content, string first)
    {
        content.RequireConsistent();
        Interlocked.Increment(ref _renderingsCount);
        return Encoding.UTF8.GetBytes(
            $"{first}{content.CertificateId}|{content.LearnerName}|{content.CourseTitle}|{content.AmountClaimed}|{content.Kind}|{content.LedgerSeq}|{content.VerificationUrl}\n");
    }
}
