using CmeOrleans.Domain.Certificates;
using CmeOrleans.Grains.Interfaces.Certificates;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Ports;
using Orleans.Concurrency;

namespace CmeOrleans.Grains.Certificates;

/// <inheritdoc cref="IVerificationGrain"/>
[StatelessWorker]
public sealed class VerificationGrain(ICourseEntryReader entries) : Grain, IVerificationGrain
{
    public async Task<Verification?> VerifyAsync(string code)
    {
        if (!VerificationCode.TryParse(code, out var parsed)
            || await entries.FindCertificateAsync(parsed.ToBits(), CancellationToken.None) is not { } location)
        {
            return null;
        }

        var verification = await GrainFactory.GetGrain<ILearnerGrain>(location.LedgerId).VerifyCertificateAsync(location.CertificateId);
        if (verification is null)
        {
            return null;
        }

        var certificate = GrainFactory.GetGrain<ICertificateGrain>(GrainKeys.Join(location.LedgerId, location.CertificateId));
        return await certificate.GetDocumentAsync() is { } document ? verification with { Sha256 = document.Sha256 } : null;
    }
}
