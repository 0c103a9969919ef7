using System.Diagnostics.CodeAnalysis;

namespace CmeOrleans.Grains.Certificates;

/// <summary>
/// Says whether a name can be printed on a certificate, so that a profile refuses the name that would spoil one. Pure and
/// safe to call from any thread.
/// </summary>
public interface INameTypesetting
{
    /// <summary>Whether every character of <paramref name="name"/> has a glyph and runs from left to right.</summary>
    /// <param name="name">A display name or degrees.</param>
    /// <param name="reason">If not, why: a sentence for the learner.</param>
    bool CanSet(string name, [NotNullWhen(false)] out string? reason);
}
