using System.Globalization;
using CmeOrleans.Certificates;
using CmeOrleans.Grains.Certificates;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CmeOrleans.Silo.Signing;

/// <inheritdoc cref="IPaperSigner"/>
public sealed partial class PaperSigner : IPaperSigner, IHostedService, IDisposable
{
    private static readonly TimeSpan RenewalNotice = TimeSpan.FromDays(30);

    private readonly SigningCertificate? _certificate;
    private readonly TimeProvider _time;
    private readonly ILogger<PaperSigner> _logger;
    private bool _hasToldOfUnsigned;

    /// <param name="certificate">None where papers are not signed.</param>
    internal PaperSigner(SigningCertificate? certificate, TimeProvider time, ILogger<PaperSigner> logger) =>
        (_certificate, _time, _logger) = (certificate, time, logger);

    /// <summary>What the operator has to see to, from thirty days before the certificate ends.</summary>
    public string? Problem => _certificate is null ? null : FindProblem(_certificate, _time.GetUtcNow());

    public byte[] Sign(byte[] paper)
    {
        if (_certificate is null)
        {
            return paper;
        }

        var now = _time.GetUtcNow();
        if (!_certificate.IsValidAt(now))
        {
            TellOfUnsigned(_certificate, now);
            return paper;
        }

        return new PaperSignature
        {
            SignerName = _certificate.HolderName,
            SignedAt = now,
            BytesMax = _certificate.SignatureBytesMax,
            Sign = _certificate.Sign,
        }.AddTo(paper);
    }

    /// <summary>Tells the operator with what papers are signed, and what is wrong with it.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (Problem is { } problem)
        {
            LogProblem(problem);
        }
        else if (_certificate is not null)
        {
            LogSigning(_certificate.Thumbprint, _certificate.ValidUntil);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _certificate?.Dispose();

    private static string? FindProblem(SigningCertificate certificate, DateTimeOffset now)
    {
        if (!certificate.IsValidAt(now))
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"Papers are not signed: the certificate {certificate.Thumbprint} is valid from {certificate.ValidFrom:u} to {certificate.ValidUntil:u}.");
        }

        if (certificate.ValidUntil - now < RenewalNotice)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"Papers will not be signed any more after {certificate.ValidUntil:u}, when the certificate {certificate.Thumbprint} ends.");
        }

        return certificate.LacksIssuer
            ? $"The file of the certificate {certificate.Thumbprint} lacks that of its issuer, without which viewers may not trust papers."
            : null;
    }

    // Once: a claim may have hundreds of papers, and health goes on saying it.
    private void TellOfUnsigned(SigningCertificate certificate, DateTimeOffset now)
    {
        if (!Interlocked.Exchange(ref _hasToldOfUnsigned, true))
        {
            LogUnsigned(FindProblem(certificate, now));
        }
    }

    [LoggerMessage(LogLevel.Information, "Papers are signed with the certificate {Thumbprint}, until {ValidUntil:yyyy-MM-dd}.")]
    private partial void LogSigning(string thumbprint, DateTimeOffset validUntil);

    [LoggerMessage(LogLevel.Warning, "{Problem}")]
    private partial void LogProblem(string problem);

    [LoggerMessage(LogLevel.Error, "A paper was made without a signature. {Problem}")]
    private partial void LogUnsigned(string? problem);
}
