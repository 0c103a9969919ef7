using System.Diagnostics.CodeAnalysis;

namespace CmeOrleans.Domain;

/// <summary>Checks for what only a bug or corrupt data could break. Active in every build, unlike Debug.Assert.</summary>
public static class Invariant
{
    /// <exception cref="InvariantViolationException"><paramref name="condition"/> does not hold.</exception>
    public static void Require([DoesNotReturnIf(false)] bool condition, string invariant)
    {
        if (!condition)
        {
            throw new InvariantViolationException(invariant);
        }
    }
}
