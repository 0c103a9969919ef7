using System.Collections.Immutable;
using System.Security.Cryptography;
using CmeOrleans.Domain;
using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Domain.Identifiers;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Ledger.Events;
using CmeOrleans.Grains.Certificates;
using CmeOrleans.Grains.Entities;
using CmeOrleans.Grains.Figures;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Certificates;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Ports;
using Microsoft.Extensions.Logging;

namespace CmeOrleans.Grains.Learners;

/// <inheritdoc cref="ILearnerGrain"/>
/// <remarks>Not reentrant: nothing else runs on this learner between the decision and the write.</remarks>
public sealed partial class LearnerGrain : Grain, ILearnerGrain
{
    // With a thousand credits each: what is left after so many is for the next sweep, so that no call lasts for ever.
    private const int ExpiryRowsMax = 20;

    private readonly INameTypesetting _typesetting;
    private readonly CreditTypePack _pack;
    private readonly TimeProvider _time;
    private readonly ILogger<LearnerGrain> _logger;
    private readonly IPersonalDataKeyring _keyring;
    private readonly LearnerProfileVault _profiles;
    private readonly LedgerSession _session;
    private readonly MembershipMemory _membership;
    private readonly CourseTermsMemory _courses;

    public LearnerGrain(
        [PersistentState(EntityStates.Learner)] IPersistentState<LearnerProfileState> state,
        ILedgerJournal journal,
        ISnapshotStore snapshots,
        IStorageHealth health,
        IEntityChanges changes,
        CourseTermsMemory courses,
        IPersonalDataKeyring keyring,
        INameTypesetting typesetting,
        CreditTypePack pack,
        TimeProvider time,
        ILogger<LearnerGrain> logger)
    {
        (_typesetting, _pack, _time, _logger, _keyring, _courses) = (typesetting, pack, time, logger, keyring, courses);
        _profiles = new(LearnerId, state, keyring, changes);
        _membership = new(LearnerId, changes);
        _session = new(LearnerId, journal, snapshots, health, time, logger);
    }

    private string LearnerId => this.GetPrimaryKeyString();

    private LearnerLedger Ledger => _session.Ledger;

    private DateTimeOffset Now => AsOf(_time.GetUtcNow());

    public override Task OnActivateAsync(CancellationToken cancellationToken) => _session.LoadAsync(cancellationToken);

    public async Task<Answer<Versioned<LearnerProfile>>> PutProfileAsync(LearnerProfile profile, string? ifMatch)
    {
        var checks = LearnerProfileRules.Check(profile, _typesetting);
        if (checks.AreBroken)
        {
            return Answers.Invalid<Versioned<LearnerProfile>>(checks.ToLines());
        }

        var (outcome, isNew) = await _profiles.WriteAsync(profile, ifMatch);
        return outcome is Outcome.Done
            ? Answers.Done(new Versioned<LearnerProfile> { Value = profile, ETag = _profiles.ETag, IsNew = isNew })
            : Answers.VersionConflict<Versioned<LearnerProfile>>();
    }

    public async Task<Versioned<LearnerProfile>?> GetProfileAsync() =>
        await _profiles.ReadAsync() is { } open ? new() { Value = open.Profile, ETag = _profiles.ETag } : null;

    public async Task<ReadOnlyMemory<byte>?> FindDataKeyAsync() => (await _profiles.ReadRecentAsync())?.WrappedKey;

    public async Task<Answer<EarnReceipt>> EarnAsync(EarnCommand command)
    {
        if (await _profiles.ReadRecentAsync() is null)
        {
            return Answers.NotFound<EarnReceipt>();
        }

        var request = new EarnRequest(CommandFingerprints.Of(LearnerId, command), command.CompletedAt, command.Score);
        var result = await RunAsync(request.Id, async now =>
        {
            var decision = await DecideAsync(now, fromStore: false);

            // The course may have been changed on another node a moment ago; a refusal must be true now.
            return decision.Value is null && decision.Status is not LedgerStatus.Repeated ? await DecideAsync(now, fromStore: true) : decision;
        });
        return ToAnswer(result, () => CommandViews.ToReceipt(result.Row!, (Earned)result.Happened!));

        async ValueTask<Decision<Earned>> DecideAsync(DateTimeOffset now, bool fromStore)
        {
            var terms = await _courses.FindForEarningAsync(GrainFactory, command.CourseId, command.TopicId, fromStore);
            var isHidden = command.OnlyProviderId is { } only && terms?.ProviderId != only;
            return Ledger.Decide(request, isHidden ? null : terms, NewIds(now), now);
        }
    }

    public async Task<Answer<ClaimView>> ClaimAsync(ClaimCommand command)
    {
        if (await _profiles.ReadRecentAsync() is null)
        {
            return Answers.NotFound<ClaimView>();
        }

        var request = ClaimRequests.Of(command, CommandFingerprints.Of(LearnerId, command));
        var result = await RunAsync(request.Id, async now =>
        {
            var (plan, profile) = await PlanAsync(request, now);
            return plan.Value is { } accepted
                ? ClaimRules.Accept(await FreezeAsync(accepted, profile!, now))
                : plan.As<Claimed>();
        });
        var answer = ToAnswer(result, () => ClaimViews.AsAnswered(result.Row!, (Claimed)result.Happened!));
        return await WithMissingFactsAsync(answer, result.Status, command.CreditType);
    }

    public async Task<Answer<ClaimView>> PreviewClaimAsync(ClaimCommand command)
    {
        await RefreshAsync();
        if (await _profiles.ReadAsync() is null)
        {
            return Answers.NotFound<ClaimView>();
        }

        // A preview has no key of its own and repeats nothing; what a key already holds must not answer it.
        var now = Now;
        var (plan, profile) = await PlanAsync(ClaimRequests.Of(command, new("", ReadOnlyMemory<byte>.Empty)), now);
        if (plan.Value is not { } accepted)
        {
            return await WithMissingFactsAsync(Refusals.ToAnswer<ClaimView>(plan.Status, plan.Lines), plan.Status, command.CreditType);
        }

        if (ClaimRules.Accept(await FreezeAsync(accepted, profile!, now)) is { Value: null } tooLarge)
        {
            return Refusals.ToAnswer<ClaimView>(tooLarge.Status, tooLarge.Lines);
        }

        var kind = _pack[accepted.CreditType].CertificateKindFor(profile!.Holder.Profession);
        return Answers.Done(ClaimViews.AsPreviewed(accepted, profile.Profile.DisplayName, kind, Ledger.Version, now));
    }

    public async Task<Answer<ReversalReceipt>> ReverseEarningAsync(ReverseEarningCommand command)
    {
        if (await _profiles.ReadRecentAsync() is null || !EarningId.TryParse(command.EarningId, out var earningId))
        {
            return Answers.NotFound<ReversalReceipt>();
        }

        var request = new ReversalRequest(CommandFingerprints.Of(LearnerId, command), earningId, command.Reason, command.OnlyProviderId);
        var result = await RunAsync(request.Id, now => ValueTask.FromResult(Ledger.Decide(request, now)));
        return ToAnswer(result, () => CommandViews.ToReceipt(result.Row!, (EarningReversed)result.Happened!, Ledger));
    }

    public async Task<Answer<VoidReceipt>> VoidClaimAsync(VoidClaimCommand command)
    {
        if (await _profiles.ReadRecentAsync() is null || !ClaimId.TryParse(command.ClaimId, out var claimId))
        {
            return Answers.NotFound<VoidReceipt>();
        }

        var request = new VoidClaimRequest(CommandFingerprints.Of(LearnerId, command), claimId, command.Reason);
        var result = await RunAsync(request.Id, now => ValueTask.FromResult(Ledger.Decide(request, _pack, now)));
        return ToAnswer(result, () => CommandViews.ToReceipt(result.Row!, (ClaimVoided)result.Happened!, Ledger));
    }

    public async Task<bool> ExpireAsync()
    {
        await RefreshAsync();
        for (var rows = 0; rows < ExpiryRowsMax && Ledger.DecideExpiry(Now) is not null; rows++)
        {
            var id = CommandFingerprints.OfExpiry(LearnerId, Ledger.Version + 1);
            await RunAsync(id, now => ValueTask.FromResult(Ledger.DecideExpiry(now) is { } expired
                ? Decision<CreditsExpired>.Accept(expired)
                : Decision<CreditsExpired>.Refuse(LedgerStatus.NoLines)));
        }

        return Ledger.DecideExpiry(Now) is null;
    }

    public async Task<CreditPage?> GetCreditsAsync(CreditQuery query) =>
        await ReadAsync() ? CreditQueries.Run(Ledger, query, Now) : null;

    public async Task<BalanceSheet?> GetBalanceAsync() =>
        await ReadAsync() ? BalanceViews.ToSheet(Ledger, Now) : null;

    public async Task<LedgerPage?> GetLedgerAsync(long afterSeq, int limit) =>
        await ReadAsync() ? LedgerViews.ToPage(await _session.ReadPageAsync(afterSeq, limit + 1), limit, Ledger.Version) : null;

    public async Task<ClaimPage?> GetClaimsAsync(ClaimQuery query)
    {
        if (!await ReadAsync())
        {
            return null;
        }

        var (claims, next) = ClaimQueries.Run(Ledger, query);
        return new() { Items = await ViewAsync(claims), Next = next, Version = Ledger.Version };
    }

    public async Task<ImmutableArray<ClaimView>> GetClaimsOfRowsAsync(ImmutableArray<long> seqs) =>
        await ReadAsync() ? await ViewAsync([.. Ledger.Claims.Where(claim => seqs.Contains(claim.Seq))]) : [];

    public async Task<ClaimView?> GetClaimAsync(string claimId)
    {
        if (!await ReadAsync() || !ClaimId.TryParse(claimId, out var id) || !Ledger.TryFind(id, out var claim))
        {
            return null;
        }

        var row = await _session.ReadRowAsync(claim.Seq);
        return ClaimViews.AsOfNow(row, LedgerViews.Read<Claimed>(row), claim);
    }

    public async Task<Verification?> VerifyCertificateAsync(string certificateId)
    {
        if (await FindCertificateAsync(certificateId) is not { } found)
        {
            return null;
        }

        var (profile, id, claim) = found;
        var row = await _session.ReadRowAsync(claim.Seq);
        var claimed = LedgerViews.Read<Claimed>(row);
        var name = PrintedName.Open(_keyring, profile.WrappedKey.Span, LearnerId, claimed.Name);
        return CertificateViews.ToVerification(row, claimed, id, claim, name.DisplayName);
    }

    public async Task<CertificateOrder?> OrderCertificateAsync(string certificateId)
    {
        if (await FindCertificateAsync(certificateId) is not { } found)
        {
            return null;
        }

        var (profile, _, claim) = found;
        var row = await _session.ReadRowAsync(claim.Seq);
        return new() { Seq = row.Seq, RowHash = row.Hash, RowBody = row.Body, WrappedKey = profile.WrappedKey, RevokedCourseIds = [.. claim.RevokedCourseIds] };
    }

    private async Task<ImmutableArray<ClaimView>> ViewAsync(ImmutableArray<Claim> claims)
    {
        var rows = (await _session.ReadRowsAsync([.. claims.Select(claim => claim.Seq)])).ToDictionary(row => row.Seq);
        return [.. claims.Select(claim => ClaimViews.AsOfNow(rows[claim.Seq], LedgerViews.Read<Claimed>(rows[claim.Seq]), claim))];
    }

    /// <summary>The claim that holds the certificate, and the profile whose key opens its name; none if the learner has no such certificate.</summary>
    private async ValueTask<(OpenProfile Profile, CertificateId Id, Claim Claim)?> FindCertificateAsync(string certificateId) =>
        await ReadAsync()
        && await _profiles.ReadRecentAsync() is { } profile
        && CertificateId.TryParse(certificateId, out var id)
        && Ledger.TryFind(id, out var claim)
            ? (profile, id, claim)
            : null;

    /// <summary>Whether there is such a learner; if so, the ledger here is as new as the journal.</summary>
    private async ValueTask<bool> ReadAsync()
    {
        if (await _profiles.ReadRecentAsync() is null)
        {
            return false;
        }

        await RefreshAsync();
        return true;
    }

    /// <summary>Catches up with the journal. What cannot be right is forgotten, so that the next call replays the journal.</summary>
    private async ValueTask RefreshAsync()
    {
        try
        {
            await _session.RefreshAsync();
        }
        catch (Exception exception) when (exception is LedgerRowUnreadableException or InvariantViolationException)
        {
            DeactivateOnIdle();
            throw;
        }
    }

    /// <summary>The time in whole milliseconds. Never before the newest row: what has expired by then stays expired for a slower clock.</summary>
    private DateTimeOffset AsOf(DateTimeOffset time)
    {
        var now = new DateTimeOffset(time.UtcTicks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
        return now < Ledger.LastAt ? Ledger.LastAt : now;
    }

    private async Task<CommandResult> RunAsync<TEvent>(CommandId id, Func<DateTimeOffset, ValueTask<Decision<TEvent>>> decide)
        where TEvent : LedgerEvent
    {
        try
        {
            var result = await _session.RunAsync(id, decidedAt => decide(AsOf(decidedAt)));
            LedgerMeter.Record(result.Status, result.Happened);
            if (result.Status is LedgerStatus.Accepted)
            {
                _ = _session.SaveSnapshotIfDueAsync();
            }

            return result;
        }
        catch (Exception exception)
        {
            // The write may have happened or not. Memory can no longer be trusted, so the next call replays the journal.
            LogCommandFailed(exception, LearnerId);
            DeactivateOnIdle();
            throw;
        }
    }

    private async ValueTask<(Decision<ClaimPlan> Plan, OpenProfile? Profile)> PlanAsync(ClaimRequest request, DateTimeOffset now)
    {
        var profile = await _profiles.ReadRecentAsync();
        var isActive = await _membership.IsActiveAsync(GrainFactory, DateOnly.FromDateTime(now.UtcDateTime));
        var plan = Decide();
        if (plan.Status is LedgerStatus.ProfileIncomplete)
        {
            // The missing fact may have been filled in on another node a moment ago.
            profile = await _profiles.ReadAsync();
            plan = Decide();
        }

        return (plan, profile);

        Decision<ClaimPlan> Decide() =>
            Ledger.Decide(request, new ClaimTerms(isActive, _pack, profile!.Facts), now);
    }

    private async ValueTask<Claimed> FreezeAsync(ClaimPlan plan, OpenProfile profile, DateTimeOffset now)
    {
        var terms = await _courses.RequireForCertificatesAsync(GrainFactory, plan.Certificates, plan.CreditType);
        return CertificateFaces.Freeze(plan, terms, profile.Holder, _pack[plan.CreditType], NewIds(now), now);
    }

    private async ValueTask<Answer<ClaimView>> WithMissingFactsAsync(Answer<ClaimView> answer, LedgerStatus status, string creditType)
    {
        if (status is not LedgerStatus.ProfileIncomplete || await _profiles.ReadRecentAsync() is not { } profile)
        {
            return answer;
        }

        return Refusals.WithMissingFacts(answer, _pack[creditType], profile.Facts);
    }

    private static IdSeed NewIds(DateTimeOffset now)
    {
        Span<byte> entropy = stackalloc byte[IdSeed.EntropyBytes];
        RandomNumberGenerator.Fill(entropy);
        return new(now, entropy);
    }

    private static Answer<T> ToAnswer<T>(CommandResult result, Func<T> view) => result.Status switch
    {
        LedgerStatus.Accepted => Answers.Done(view()),
        LedgerStatus.Repeated => Answers.Repeated(view()),
        var refusal => Refusals.ToAnswer<T>(refusal, result.Lines),
    };

    [LoggerMessage(LogLevel.Warning, "A command on the ledger of learner {LearnerId} did not end; the activation is dropped.")]
    private partial void LogCommandFailed(Exception exception, string learnerId);
}
