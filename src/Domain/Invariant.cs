using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

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

    /// <exception cref="InvariantViolationException"><paramref name="condition"/> does not hold.</exception>
    public static void Require(
        [DoesNotReturnIf(false)] bool condition, [InterpolatedStringHandlerArgument(nameof(condition))] ref InvariantMessage invariant)
    {
        if (!condition)
        {
            throw new InvariantViolationException(invariant.ToString());
        }
    }
}
