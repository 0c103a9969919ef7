namespace CmeOrleans.Grains.Interfaces.Institutions;

/// <summary>Whether one learner is on the roster of one institution. The grain key is <c>institutionId/learnerId</c>.</summary>
[Alias("cme.roster-entry")]
public interface IRosterEntryGrain : IGrainWithStringKey
{
    /// <summary>Puts the learner on the roster. Durable when the task completes; may be repeated.</summary>
    [Alias("join")]
    Task JoinAsync();

    /// <summary>Takes the learner off the roster; false if it was not on it. Durable when the task completes.</summary>
    [Alias("leave")]
    Task<bool> LeaveAsync();

    /// <summary>Whether the learner is on the roster. A yes may be some seconds old; a no has been read from the store.</summary>
    [Alias("is-on-roster")]
    Task<bool> IsOnRosterAsync();
}
