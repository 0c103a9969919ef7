using CmeOrleans.Grains.Entities;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Grains.Learners;

/// <summary>What a learner's ledger remembers of the learner's membership, so that not every claim has to ask.</summary>
internal sealed class MembershipMemory(string learnerId, IEntityChanges changes)
{
    private readonly StateWatch _watch = new(changes, EntityStates.Membership, learnerId);
    private DateOnly? _activeThrough;
    private long _askedAt;

    /// <summary>Whether the membership is active. A yes may be a few seconds old; a no is true now.</summary>
    public ValueTask<bool> IsActiveAsync(IGrainFactory grains, DateOnly today) =>
        _activeThrough >= today && _watch.IsUnchanged(_askedAt) ? new(true) : new(AskAsync(grains));

    private async Task<bool> AskAsync(IGrainFactory grains)
    {
        var askedAt = _watch.Now;
        _activeThrough = await grains.GetGrain<IMembershipGrain>(learnerId).FindActiveThroughAsync();
        _askedAt = askedAt;
        return _activeThrough is not null;
    }
}
