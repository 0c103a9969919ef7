namespace CmeOrleans.Grains.Interfaces.Checkpoints;

/// <summary>Looks at the trial balance once a day. There is one; the grain key is <see cref="Key"/>.</summary>
[Alias("cme.trial-balance-watch")]
public interface ITrialBalanceWatchGrain : IGrainWithStringKey
{
    const string Key = "journal";

    /// <summary>Begins to look, and goes on after a restart. May be repeated.</summary>
    [Alias("start")]
    Task StartAsync();
}
