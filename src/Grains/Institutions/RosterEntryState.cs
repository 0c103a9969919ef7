using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Grains.Institutions;

/// <summary>The stored fact that a learner is, or no longer is, on the roster of an institution.</summary>
public sealed record RosterEntryState : ITaggedState
{
    public string? InstitutionId { get; init; }

    public bool IsOnRoster { get; init; }

    /// <summary>The institution while the learner is on its roster.</summary>
    public string? Tag => IsOnRoster ? InstitutionId : null;
}
