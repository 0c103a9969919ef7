using System.Diagnostics.CodeAnalysis;

namespace CmeOrleans.Domain.Identifiers;

/// <summary>An id with a text form of its own, so that an id of one kind is never taken for another.</summary>
public interface IPrefixedId<TSelf>
    where TSelf : struct, IPrefixedId<TSelf>
{
    static abstract string Prefix { get; }

    Guid Value { get; }

    static abstract TSelf From(Guid value);

    static abstract bool TryParse([NotNullWhen(true)] string? text, out TSelf id);
}
