using System.Collections.Immutable;

namespace CmeOrleans.Grains.Ports;

/// <summary>Lists the keys of stored grain states, which the grains themselves cannot know.</summary>
public interface IEntityIndex
{
    /// <summary>
    /// The keys of all states of one name, in ordinal order, after <paramref name="afterKey"/>, at most
    /// <paramref name="keysMax"/>; with a <paramref name="tag"/> only those whose state carries it (<see cref="ITaggedState"/>).
    /// </summary>
    Task<ImmutableArray<string>> ListAsync(string stateName, string? tag, string? afterKey, int keysMax, CancellationToken cancellationToken);
}

/// <summary>A grain state that can be listed by a tag, such as the provider of a course.</summary>
public interface ITaggedState
{
    string? Tag { get; }
}
