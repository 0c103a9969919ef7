using CmeOrleans.Grains.Interfaces.Courses;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Grains.Courses;

/// <summary>The stored course in its newest version. The versions before it are states of their own, <see cref="CourseVersionState"/>.</summary>
public sealed record CourseState : ITaggedState
{
    /// <summary>1, 2, 3 …</summary>
    public int Version { get; init; }

    public CourseDefinition? Definition { get; init; }

    /// <summary>The provider whose course it is.</summary>
    public string? Tag => Definition?.ProviderId;
}
