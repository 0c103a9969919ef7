using System.Globalization;

namespace CmeOrleans.Domain;

/// <summary>An amount of credit, counted in whole hundredths of one credit and never negative.</summary>
/// <remarks>
/// An integer, because totals are added up over decades and reported to boards: they must add up the same way every
/// time. <see langword="default"/> is <see cref="Zero"/>, so an uninitialised field is still a valid amount.
/// </remarks>
public readonly record struct CreditAmount : IComparable<CreditAmount>
{
    private CreditAmount(long hundredths) => Hundredths = hundredths;

    public static CreditAmount Zero => default;

    public long Hundredths { get; }

    /// <exception cref="ArgumentOutOfRangeException"><paramref name="hundredths"/> is negative.</exception>
    public static CreditAmount FromHundredths(long hundredths)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hundredths);
        return new(hundredths);
    }

    /// <exception cref="OverflowException">The sum does not fit; a wrapped total would be a wrong total.</exception>
    public static CreditAmount operator +(CreditAmount left, CreditAmount right) =>
        new(checked(left.Hundredths + right.Hundredths));

    /// <exception cref="ArgumentOutOfRangeException"><paramref name="right"/> is the greater.</exception>
    public static CreditAmount operator -(CreditAmount left, CreditAmount right) =>
        FromHundredths(left.Hundredths - right.Hundredths);

    public static bool operator <(CreditAmount left, CreditAmount right) => left.Hundredths < right.Hundredths;

    public static bool operator >(CreditAmount left, CreditAmount right) => left.Hundredths > right.Hundredths;

    public static bool operator <=(CreditAmount left, CreditAmount right) => !(left > right);

    public static bool operator >=(CreditAmount left, CreditAmount right) => !(left < right);

    public static CreditAmount Min(CreditAmount left, CreditAmount right) => left < right ? left : right;

    /// <summary>Whether the amount is a whole number of <paramref name="step"/>s.</summary>
    public bool IsMultipleOf(CreditAmount step) => step.Hundredths > 0 && Hundredths % step.Hundredths == 0;

    public int CompareTo(CreditAmount other) => Hundredths.CompareTo(other.Hundredths);

    /// <summary>The amount in credits with two decimals, such as <c>1.25</c>, in every culture.</summary>
    public override string ToString() => (Hundredths / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
