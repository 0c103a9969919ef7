using CmeOrleans.Grains.Interfaces.Accounts;

namespace CmeOrleans.Grains.Accounts;

/// <summary>When sign-in is paused. Pure.</summary>
internal static class AccountRules
{
    /// <summary>How many attempts may fail in a row.</summary>
    public const int AttemptsMax = 5;

    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    public static bool IsPaused(AccountRecord record, DateTimeOffset now) => now < record.PausedUntil;

    /// <summary>Counts an attempt; the last one that is allowed begins the pause, which a success ends.</summary>
    public static AccountRecord Count(AccountRecord record, DateTimeOffset now)
    {
        var attempts = record.AttemptsCount + 1;
        return attempts < AttemptsMax
            ? record with { AttemptsCount = attempts, PausedUntil = null }
            : record with { AttemptsCount = 0, PausedUntil = now + Pause };
    }
}
