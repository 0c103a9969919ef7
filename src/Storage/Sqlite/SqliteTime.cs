using System.Globalization;

namespace CmeOrleans.Storage.Sqlite;

/// <summary>Instants as whole microseconds since 1970 UTC, as fine as PostgreSQL keeps them; dates as ISO text.</summary>
internal static class SqliteTime
{
    private const string DateFormat = "yyyy-MM-dd";

    public static long ToMicroseconds(DateTimeOffset instant) =>
        (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset FromMicroseconds(long microseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    public static string ToText(DateOnly date) => date.ToString(DateFormat, CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">The text is not as <see cref="ToText"/> writes it.</exception>
    public static DateOnly ToDate(string text) => DateOnly.ParseExact(text, DateFormat, CultureInfo.InvariantCulture);
}
