using CmeOrleans.Domain.Memberships;
using CmeOrleans.Grains.Entities;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Grains.Memberships;

/// <inheritdoc cref="IMembershipGrain"/>
public sealed class MembershipGrain : Grain, IMembershipGrain
{
    private const string PremiumPlan = "premium";

    // One a year; the payment service repeats a notice for days, not for decades.
    private const int PaymentsRememberedMax = 50;

    private readonly TimeProvider _time;
    private readonly Entity<MembershipState> _entity;

    public MembershipGrain(
        [PersistentState(EntityStates.Membership)] IPersistentState<MembershipState> state, IEntityChanges changes, TimeProvider time)
    {
        _time = time;
        _entity = new(state, new(changes, EntityStates.Membership, this.GetPrimaryKeyString()));
    }

    public async Task<Answer<Versioned<MembershipView>>> PutAsync(Membership membership, string? ifMatch)
    {
        var checks = new FieldChecks();
        checks.Require(membership.Plan == PremiumPlan, "/plan", "unknown-value", $"The one plan is {PremiumPlan}.");
        checks.Require(membership.StartsOn <= membership.EndsOn, "/endsOn", "out-of-range", "A membership does not end before it starts.");
        if (checks.AreBroken)
        {
            return Answers.Invalid<Versioned<MembershipView>>(checks.ToLines());
        }

        var isNew = false;
        var outcome = await _entity.WriteAsync(ifMatch, current =>
        {
            isNew = current is null;
            return current?.Membership == membership ? current : (current ?? new()) with { Membership = membership };
        });
        return outcome is Outcome.Done ? Answers.Done(ToView(membership, isNew)) : Answers.VersionConflict<Versioned<MembershipView>>();
    }

    public async Task<Versioned<MembershipView>?> GetAsync() =>
        await _entity.ReadAsync() is { Membership: { } membership } ? ToView(membership, isNew: false) : null;

    public async Task<DateOnly?> FindActiveThroughAsync() =>
        await _entity.ReadAsync() is { } stored && IsActive(stored) ? stored.Membership!.EndsOn : null;

    public async Task<bool> ExtendByYearAsync(MembershipPayment payment)
    {
        var isNew = false;
        await _entity.WriteAsync(ifMatch: null, current =>
        {
            isNew = !HasGranted(current, payment.PaymentId, payment.EventId);
            return isNew ? Extend(current, payment) : current!;
        });
        return isNew;
    }

    public async Task<bool> HasPaymentAsync(string paymentId) => HasGranted(await _entity.ReadAsync(), paymentId, eventId: null);

    private MembershipState Extend(MembershipState? current, MembershipPayment payment)
    {
        var held = current?.Membership is { } membership ? new MembershipTerm(membership.StartsOn, membership.EndsOn) : (MembershipTerm?)null;
        var term = MembershipTerm.ExtendByYear(held, Today());
        return new()
        {
            Membership = new() { Plan = PremiumPlan, StartsOn = term.StartsOn, EndsOn = term.EndsOn },
            Payments = [.. (current?.Payments ?? []).TakeLast(PaymentsRememberedMax - 1), payment],
        };
    }

    private static bool HasGranted(MembershipState? state, string paymentId, string? eventId) =>
        state?.Payments.Any(payment => payment.PaymentId == paymentId || payment.EventId == eventId) == true;

    private Versioned<MembershipView> ToView(Membership membership, bool isNew) => new()
    {
        Value = new() { Membership = membership, IsActive = IsActive(_entity.Value) },
        ETag = _entity.ETag,
        IsNew = isNew,
    };

    private bool IsActive(MembershipState? state)
    {
        var today = Today();
        return state?.Membership is { } membership && membership.StartsOn <= today && today <= membership.EndsOn;
    }

    private DateOnly Today() => DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);
}
