using System.Security.Cryptography;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Reporting;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Certificates;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Learners;
using CmeOrleans.Grains.Ports;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace CmeOrleans.Grains.Certificates;

/// <inheritdoc cref="IBoardEvidenceGrain"/>
[StatelessWorker]
public sealed class BoardEvidenceGrain(
    ICertificateRenderer renderer, IPaperSigner signer, UnkeptPaperGate gate, IPersonalDataKeyring keyring, IOptions<CertificateOptions> options)
    : Grain, IBoardEvidenceGrain
{
    private readonly Uri _publicBaseUrl = new(options.Value.PublicBaseUrl);

    private string LearnerId => GrainKeys.Split(this.GetPrimaryKeyString()).Owner;

    private string CertificateId => GrainKeys.Split(this.GetPrimaryKeyString()).Id;

    public Task<Answer<DocumentAnswer>> MakeAsync(string board) => CertifyingBoardNames.TryParse(board, out var asked)
        ? gate.HoldPlaceAsync(LearnerId, () => MakeNowAsync(asked))
        : Task.FromResult(Answers.NotFound<DocumentAnswer>());

    private async Task<Answer<DocumentAnswer>> MakeNowAsync(CertifyingBoard board)
    {
        var learner = GrainFactory.GetGrain<ILearnerGrain>(LearnerId);
        if (await learner.GetProfileAsync() is not { } profile || await learner.OrderCertificateAsync(CertificateId) is not { } order)
        {
            return Answers.NotFound<DocumentAnswer>();
        }

        if (LearnerProfileRules.DiplomateIdOf(profile.Value, board) is not { } diplomateId)
        {
            return Answers.Refused<DocumentAnswer>(
                LedgerStatus.ProfileIncomplete.ToCode(), $"The profile needs the diplomate number of the {board.ToFullName()} (boardIds.{board.ToCode()}).");
        }

        var (claimed, face) = CertificateContents.Read(order, CertificateId);
        if (order.RevokedCourseIds.Contains(face.CourseId))
        {
            return Answers.Refused<DocumentAnswer>("certificate-revoked", "The certificate is revoked, so there is no copy of it.");
        }

        var name = PrintedName.Open(keyring, order.WrappedKey.Span, LearnerId, claimed.Name);
        var content = CertificateContents.Of(claimed, face, name, order, _publicBaseUrl);
        var pdf = await gate.RenderAsync(() => signer.Sign(renderer.RenderForBoard(content, new(board, diplomateId))));
        return Answers.Done(new DocumentAnswer { Pdf = pdf, Sha256 = Convert.ToHexStringLower(SHA256.HashData(pdf)) });
    }
}
