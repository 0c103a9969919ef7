using CmeOrleans.Grains.Entities;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Grains.Memberships;

/// <inheritdoc cref="IMembershipGrain"/>
public sealed class MembershipGrain : Grain, IMembershipGrain
{
    private const string PremiumPlan = "premium";

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
            return current?.Membership == membership ? current : new() { Membership = membership };
        });
        return outcome is Outcome.Done ? Answers.Done(ToView(membership, isNew)) : Answers.VersionConflict<Versioned<MembershipView>>();
    }

    public async Task<Versioned<MembershipView>?> GetAsync() =>
        await _entity.ReadAsync() is { Membership: { } membership } ? ToView(membership, isNew: false) : null;

    public async Task<DateOnly?> FindActiveThroughAsync() =>
        await _entity.ReadRecentAsync() is { } recent && IsActive(recent) ? recent.Membership!.EndsOn
        : await _entity.ReadAsync() is { } stored && IsActive(stored) ? stored.Membership!.EndsOn
        : null;

    private Versioned<MembershipView> ToView(Membership membership, bool isNew) => new()
    {
        Value = new() { Membership = membership, IsActive = IsActive(_entity.Value) },
        ETag = _entity.ETag,
        IsNew = isNew,
    };

    private bool IsActive(MembershipState? state)
    {
        var today = DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);
        return state?.Membership is { } membership && membership.StartsOn <= today && today <= membership.EndsOn;
    }
}
