using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces.Courses;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Grains.Courses;

/// <summary>The stored course, in all its versions: what was earned under one of them stays under it.</summary>
public sealed record CourseState : ITaggedState
{
    /// <summary>The definitions, oldest first; version n is at position n − 1.</summary>
    public ImmutableArray<CourseDefinition> Versions { get; init; } = [];

    /// <summary>The provider whose course it is.</summary>
    public string? Tag => Versions.IsEmpty ? null : Versions[^1].ProviderId;
}
