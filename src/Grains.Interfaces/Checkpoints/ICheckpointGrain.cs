using Orleans.Concurrency;

namespace CmeOrleans.Grains.Interfaces.Checkpoints;

/// <summary>Makes and shows signed checkpoints. There is one; the grain key is <see cref="Key"/>.</summary>
[Alias("cme.checkpoint-grain")]
public interface ICheckpointGrain : IGrainWithStringKey
{
    const string Key = "journal";

    /// <summary>Begins to take a checkpoint every minute in which something changed, and goes on after a restart. May be repeated.</summary>
    [Alias("start")]
    Task StartAsync();

    /// <summary>Takes a checkpoint now if something changed since the last one; answers the newest, or none if there never was a row.</summary>
    [Alias("take")]
    Task<CheckpointView?> TakeAsync();

    [Alias("latest"), AlwaysInterleave]
    Task<CheckpointView?> GetLatestAsync();

    [Alias("list"), AlwaysInterleave]
    Task<CheckpointPage> ListAsync(long afterNumber, int limit);

    /// <summary>Compares both sides of every entry. A difference is an alarm: it is logged as an error and counted.</summary>
    [Alias("trial-balance"), AlwaysInterleave]
    Task<TrialBalanceView> GetTrialBalanceAsync();
}
