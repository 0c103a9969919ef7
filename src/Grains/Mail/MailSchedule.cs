namespace CmeOrleans.Grains.Mail;

/// <summary>When a mail that could not be handed over is tried again.</summary>
internal static class MailSchedule
{
    public static readonly TimeSpan First = TimeSpan.FromSeconds(15);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    // 15 seconds doubled eight times is more than an hour.
    private const int DoublingsMax = 8;

    /// <summary>Twice as long after each attempt up to an hour, spread by a quarter to each side so that mails do not come back together.</summary>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="chance">A number from 0 to 1.</param>
    public static TimeSpan DelayAfter(int attempt, double chance)
    {
        var doubled = First * Math.Pow(2, Math.Min(attempt - 1, DoublingsMax));
        return (doubled < Longest ? doubled : Longest) * (0.75 + (chance / 2));
    }
}
