using CmeOrleans.Certificates;
using CmeOrleans.Grains.Certificates;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CmeOrleans.Silo.Signing;

/// <summary>Signs papers while its certificate is valid. A paper that comes later is not signed: it is better than none, and can be verified by its code.</summary>
/// <param name="certificate">None where papers are not signed.</param>
internal sealed partial class PaperSigner(SigningCertificate? certificate, TimeProvider time, ILogger<PaperSigner> logger)
    : IPaperSigner, IHostedService, IDisposable
{
    private static readonly TimeSpan RenewalNotice = TimeSpan.FromDays(30);

    public byte[] Sign(byte[] paper)
    {
        if (certificate is null)
        {
            return paper;
        }

        var now = time.GetUtcNow();
        if (now < certificate.ValidFrom || now > certificate.ValidUntil)
        {
            LogNotValid(certificate.HolderName, certificate.ValidFrom, certificate.ValidUntil);
            return paper;
        }

        return new PaperSignature
        {
            SignerName = certificate.HolderName,
            SignedAt = now,
            BytesMax = certificate.SignatureBytesMax,
            Sign = certificate.Sign,
        }.AddTo(paper);
    }

    /// <summary>Tells the operator by whom papers are signed, and when the certificate has to be renewed.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (certificate is not null && (now < certificate.ValidFrom || now > certificate.ValidUntil))
        {
            LogNotValid(certificate.HolderName, certificate.ValidFrom, certificate.ValidUntil);
        }
        else if (certificate is not null && certificate.ValidUntil - now < RenewalNotice)
        {
            LogEnding(certificate.HolderName, certificate.ValidUntil);
        }
        else if (certificate is not null)
        {
            LogSigning(certificate.HolderName, certificate.ValidUntil);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => certificate?.Dispose();

    [LoggerMessage(LogLevel.Information, "Papers are signed by {Holder}, until {ValidUntil:yyyy-MM-dd}.")]
    private partial void LogSigning(string holder, DateTimeOffset validUntil);

    [LoggerMessage(LogLevel.Warning, "Papers are signed by {Holder} until {ValidUntil:yyyy-MM-dd} only; the certificate has to be renewed.")]
    private partial void LogEnding(string holder, DateTimeOffset validUntil);

    [LoggerMessage(LogLevel.Error, "Papers are not signed: the certificate of {Holder} is valid from {ValidFrom:u} to {ValidUntil:u}.")]
    private partial void LogNotValid(string holder, DateTimeOffset validFrom, DateTimeOffset validUntil);
}
