namespace CmeOrleans.Grains.Interfaces.Checkpoints;

/// <summary>Looks for ledgers whose claim-by dates have passed and has them write it down. There is one; the grain key is <see cref="Key"/>.</summary>
[Alias("cme.expiry-sweep")]
public interface IExpirySweepGrain : IGrainWithStringKey
{
    const string Key = "journal";

    /// <summary>Begins to sweep every hour, and goes on after a restart. May be repeated.</summary>
    [Alias("start")]
    Task StartAsync();

    /// <summary>Sweeps now; answers how many ledgers were looked at. May be repeated.</summary>
    [Alias("sweep")]
    Task<int> SweepAsync();
}
