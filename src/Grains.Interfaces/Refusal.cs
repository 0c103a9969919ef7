using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces;

/// <summary>Why a command was refused.</summary>
[GenerateSerializer, Immutable, Alias("cme.refusal")]
public sealed record Refusal
{
    /// <summary>A stable code, such as <c>membership-not-active</c>.</summary>
    [Id(0)]
    public required string Code { get; init; }

    /// <summary>One sentence for a person; names no other person and nothing that the caller may not see.</summary>
    [Id(1)]
    public required string Detail { get; init; }

    /// <summary>What exactly is wrong, where several things can be: every bad line of a claim, every bad field of a course.</summary>
    [Id(2)]
    public ImmutableArray<RefusalLine> Lines { get; init; } = [];
}
