using CmeOrleans.Domain.Certificates;
using CmeOrleans.Domain.Ledger.Events;
using CmeOrleans.Domain.Reporting;
using CmeOrleans.Grains.Interfaces;
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
            ?? await press.PrintAsync(certificateId, learnerId, order.WrappedKey, () => renderer.Render(ContentOf(learnerId, certificateId, order)));
    }

    public async Task<Answer<DocumentAnswer>> MakeBoardEvidenceAsync(string board)
    {
        var (learnerId, certificateId) = GrainKeys.Split(this.GetPrimaryKeyString());
        var learner = GrainFactory.GetGrain<ILearnerGrain>(learnerId);
        if (!CertifyingBoardNames.TryParse(board, out var asked)
            || await learner.GetProfileAsync() is not { } profile
            || await learner.VerifyCertificateAsync(certificateId) is not { } verification
            || await learner.OrderCertificateAsync(certificateId) is not { } order)
        {
            return Answers.NotFound<DocumentAnswer>();
        }

        if (LearnerProfileRules.DiplomateIdOf(profile.Value, asked) is not { } diplomateId)
        {
            return Answers.Refused<DocumentAnswer>("profile-incomplete", $"The profile needs boardIds.{board} before there is a copy for that board.");
        }

        if (verification.Status == ClaimViews.Revoked)
        {
            return Answers.Refused<DocumentAnswer>("certificate-revoked", "The certificate is revoked: it is evidence of nothing any more.");
        }

        return Answers.Done(await press.MakeAsync(
            () => renderer.RenderForBoard(ContentOf(learnerId, certificateId, order), new(asked, diplomateId))));
    }

    private CertificateContent ContentOf(string learnerId, string certificateId, CertificateOrder order)
    {
        var claimed = (Claimed)LedgerEventCodec.Read(LedgerEventCodec.ClaimedKind, order.RowBody.Span);
        var face = claimed.Certificates.Single(certificate => certificate.CertificateId.ToString() == certificateId);
        var name = PrintedName.Open(keyring, order.WrappedKey.Span, learnerId, claimed.Name);
        return CertificateContents.Of(claimed, face, name, order, _publicBaseUrl);
    }
}
