using CmeOrleans.Domain.Ledger.Events;
using CmeOrleans.Grains.Entities;
using CmeOrleans.Grains.Evaluations;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Certificates;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Learners;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Grains.Certificates;

/// <inheritdoc cref="IClaimDocumentGrain"/>
public sealed class ClaimDocumentGrain(
    [PersistentState(EntityStates.Evaluation)] IPersistentState<EvaluationState> state,
    CertificatePress press,
    ICertificateRenderer renderer,
    IPersonalDataKeyring keyring,
    IEvaluationStore evaluations,
    TimeProvider time) : Grain, IClaimDocumentGrain
{
    private const int AnswersMax = 100;
    private const int CertificatesAtOnce = 16;

    // Long enough for nearly every claim, short enough for a person: a claim over hundreds of courses is asked for again.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Entity<EvaluationState> _evaluation = new(state, StateWatch.None);
    private Task<DocumentAnswer>? _printing;

    private string LearnerId => GrainKeys.Split(this.GetPrimaryKeyString()).Owner;

    private string ClaimId => GrainKeys.Split(this.GetPrimaryKeyString()).Id;

    private ILearnerGrain Learner => GrainFactory.GetGrain<ILearnerGrain>(LearnerId);

    public async Task<DocumentAnswer?> GetDocumentAsync()
    {
        if (await Learner.GetClaimAsync(ClaimId) is not { } claim
            || await Learner.OrderCertificateAsync(claim.Certificates[0].CertificateId) is not { } order)
        {
            return null;
        }

        if (await press.TryReadAsync(ClaimId, LearnerId, order.WrappedKey) is { } stored)
        {
            return stored;
        }

        _printing ??= PrintAsync(claim, order);
        await Task.WhenAny(_printing, Task.Delay(Patience, time));
        if (!_printing.IsCompleted)
        {
            return new() { Pdf = null, Sha256 = "" };
        }

        var printing = _printing;
        _printing = null;
        return await printing;
    }

    public async Task<DateTimeOffset?> FindMadeAtAsync() =>
        await Learner.GetClaimAsync(ClaimId) is null ? null : await press.FindMadeAtAsync(ClaimId);

    public async Task<Answer<Evaluation>> PutEvaluationAsync(Evaluation evaluation)
    {
        if (await Learner.GetClaimAsync(ClaimId) is not { } claim)
        {
            return Answers.NotFound<Evaluation>();
        }

        var checks = Check(evaluation);
        if (checks.AreBroken)
        {
            return Answers.Invalid<Evaluation>(checks.ToLines());
        }

        var isFirst = false;
        await _evaluation.WriteAsync(ifMatch: null, current =>
        {
            isFirst = current is null;
            return current ?? new() { Evaluation = evaluation, GivenAt = time.GetUtcNow() };
        });
        await CountAsync(claim, _evaluation.Value!);
        return isFirst
            ? Answers.Done(evaluation)
            : Answers.Refused<Evaluation>("evaluation-already-given", "Feedback on this claim was given before.");
    }

    public async Task<Evaluation?> GetEvaluationAsync() => (await _evaluation.ReadAsync())?.Evaluation;

    // Also for feedback that was there already: it may not have been counted when it came.
    private Task CountAsync(ClaimView claim, EvaluationState stored) => evaluations.AddAsync(new(
        LearnerId,
        ClaimId,
        stored.GivenAt,
        [.. claim.Certificates.Select(certificate => certificate.CourseId).Distinct()],
        RatingScale.RatingsOf(stored.Evaluation!),
        HasComment: !string.IsNullOrWhiteSpace(stored.Evaluation!.Comment)));

    private static FieldChecks Check(Evaluation given)
    {
        var checks = new FieldChecks();
        checks.Require(given.Answers.Length <= AnswersMax, "/answers", "too-many", $"At most {AnswersMax} answers.");
        for (var index = 0; index < given.Answers.Length && index < AnswersMax; index++)
        {
            checks.RequireText(given.Answers[index].QuestionId, 64, $"/answers/{index}/questionId");
            checks.RequireText(given.Answers[index].Value, 1000, $"/answers/{index}/value");
        }

        checks.Require(given.Comment is null or { Length: <= 4000 }, "/comment", "too-long", "At most 4,000 characters.");
        return checks;
    }

    private async Task<DocumentAnswer> PrintAsync(ClaimView claim, CertificateOrder order)
    {
        // One grain per certificate, so that a cluster shares the work. Each of them holds the whole claim while it waits.
        var certificates = new List<ReadOnlyMemory<byte>>(claim.Certificates.Length);
        foreach (var some in claim.Certificates.Chunk(CertificatesAtOnce))
        {
            certificates.AddRange(await Task.WhenAll(some.Select(PrintAsync)));
        }

        var claimed = (Claimed)LedgerEventCodec.Read(LedgerEventCodec.ClaimedKind, order.RowBody.Span);
        var name = PrintedName.Open(keyring, order.WrappedKey.Span, LearnerId, claimed.Name);
        var info = new ClaimDocumentInfo
        {
            ClaimId = ClaimId,
            LearnerName = name.DisplayName,
            IssuedOn = claimed.Certificates.Max(certificate => certificate.IssuedOn),
        };
        return await press.PrintAsync(ClaimId, LearnerId, order.WrappedKey, () => renderer.Merge(certificates, info));
    }

    private async Task<ReadOnlyMemory<byte>> PrintAsync(CertificateView certificate)
    {
        var grain = GrainFactory.GetGrain<ICertificateGrain>(GrainKeys.Join(LearnerId, certificate.CertificateId));
        var document = await grain.GetDocumentAsync();
        return document?.Pdf ?? throw new InvalidOperationException($"Certificate {certificate.CertificateId} has no document.");
    }
}
