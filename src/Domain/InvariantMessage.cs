using System.Globalization;
using System.Runtime.CompilerServices;

namespace CmeOrleans.Domain;

/// <summary>What is said of a broken invariant. Its text is put together only when the invariant is broken: rules check many of them per row.</summary>
[InterpolatedStringHandler]
public ref struct InvariantMessage
{
    private DefaultInterpolatedStringHandler _text;

    /// <param name="literalLength">Characters of the constant parts.</param>
    /// <param name="formattedCount">How many values are inserted.</param>
    /// <param name="condition">Whether the invariant holds.</param>
    /// <param name="isNeeded">Whether the text is to be put together.</param>
    public InvariantMessage(int literalLength, int formattedCount, bool condition, out bool isNeeded)
    {
        isNeeded = !condition;
        _text = isNeeded ? new(literalLength, formattedCount, CultureInfo.InvariantCulture) : default;
    }

    public void AppendLiteral(string text) => _text.AppendLiteral(text);

    public void AppendFormatted<T>(T value) => _text.AppendFormatted(value);

    public override string ToString() => _text.ToStringAndClear();
}
