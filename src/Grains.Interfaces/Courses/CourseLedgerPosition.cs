using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CmeOrleans.Grains.Interfaces.Courses;

/// <summary>A place between two entries of a course's ledger: behind the given entry of the given transaction.</summary>
[GenerateSerializer, Immutable, Alias("cme.course-ledger-position")]
public readonly record struct CourseLedgerPosition
{
    /// <param name="transaction">Of the store; entries are in the order of these.</param>
    /// <param name="entry">Within the transaction.</param>
    public CourseLedgerPosition(long transaction, long entry) => (Transaction, Entry) = (transaction, entry);

    /// <summary>Before the first entry.</summary>
    public static CourseLedgerPosition Start => default;

    [Id(0)]
    public long Transaction { get; }

    [Id(1)]
    public long Entry { get; }

    public static bool TryParse([NotNullWhen(true)] string? text, out CourseLedgerPosition position)
    {
        position = default;
        var dot = text?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        if (dot < 0
            || !long.TryParse(text.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var transaction)
            || !long.TryParse(text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var entry))
        {
            return false;
        }

        position = new(transaction, entry);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Transaction}.{Entry}");
}
