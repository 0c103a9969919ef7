namespace CmeOrleans.Domain;

/// <summary>A fact that only a bug or corrupt data can break was found broken. The unit that found it stops.</summary>
public sealed class InvariantViolationException(string invariant)
    : Exception($"This must hold and does not: {invariant}")
{
    /// <summary>The fact that should have held, as a sentence.</summary>
    public string Invariant { get; } = invariant;
}
