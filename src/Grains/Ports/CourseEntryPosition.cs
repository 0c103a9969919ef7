namespace CmeOrleans.Grains.Ports;

/// <summary>A place between two entries of a course's ledger: behind the given entry of the given transaction.</summary>
/// <param name="Transaction">Of the store; entries are in the order of these.</param>
/// <param name="Entry">Within the transaction.</param>
public readonly record struct CourseEntryPosition(long Transaction, long Entry)
{
    /// <summary>Before the first entry.</summary>
    public static CourseEntryPosition Start => default;
}
