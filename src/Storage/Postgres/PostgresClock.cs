namespace CmeOrleans.Storage.Postgres;

/// <summary>How far this node's clock is ahead of the database's, as the answers to statements show it.</summary>
internal sealed class PostgresClock
{
    private long _skewTicks;

    public TimeSpan Skew => new(Interlocked.Read(ref _skewTicks));

    /// <summary>
    /// Takes in what the database said its time was, between two readings of this node's clock. What can be explained by the time
    /// the statement took counts as no skew at all.
    /// </summary>
    public void Observe(DateTimeOffset before, DateTimeOffset databaseTime, DateTimeOffset after)
    {
        var skew = databaseTime < before ? before - databaseTime
            : databaseTime > after ? after - databaseTime
            : TimeSpan.Zero;
        Interlocked.Exchange(ref _skewTicks, skew.Ticks);
    }
}
