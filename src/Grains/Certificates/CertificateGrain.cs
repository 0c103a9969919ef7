using CmeOrleans.Grains.Interfaces.Certificates;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Learners;
using CmeOrleans.Grains.Ports;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Grains.Certificates;

/// <inheritdoc cref="ICertificateGrain"/>
/// <remarks>
/// Rendered when first asked for: what it says is frozen in the claim's row, so it comes out the same at any time on any node.
/// </remarks>
public sealed class CertificateGrain(
    CertificatePress press, ICertificateRenderer renderer, IPersonalDataKeyring keyring, IOptions<CertificateOptions> options)
    : Grain, ICertificateGrain
{
    private readonly Uri _publicBaseUrl = new(options.Value.PublicBaseUrl);

    public async Task<DocumentAnswer?> GetDocumentAsync()
    {
        var (learnerId, certificateId) = GrainKeys.Split(this.GetPrimaryKeyString());
        if (await GrainFactory.GetGrain<ILearnerGrain>(learnerId).OrderCertificateAsync(certificateId) is not { } order)
        {
            return null;
        }

        return await press.TryReadAsync(certificateId, learnerId, order.WrappedKey)
            ?? await press.PrintAsync(certificateId, learnerId, order.WrappedKey, () => Render(learnerId, certificateId, order));
    }

    private byte[] Render(string learnerId, string certificateId, CertificateOrder order)
    {
        var (claimed, face) = CertificateContents.Read(order, certificateId);
        var name = PrintedName.Open(keyring, order.WrappedKey.Span, learnerId, claimed.Name);
        return renderer.Render(CertificateContents.Of(claimed, face, name, order, _publicBaseUrl));
    }
}
