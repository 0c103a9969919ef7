namespace CmeOrleans.ThrowawayPostgres;

/// <summary>How a server is stopped.</summary>
public enum PostgresStopMode
{
    /// <summary>Rolls back what is under way and shuts down in order.</summary>
    Fast = 0,

    /// <summary>Stops as in a crash; the next start recovers from the log.</summary>
    Immediate = 1,
}
