using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces.Courses;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Courses;

/// <summary>One course in its newest version, with its sums.</summary>
public sealed record CourseModel
{
    public required CourseView Course { get; init; }

    public required ImmutableArray<CourseBalanceLine> Balances { get; init; }

    public required CreditTypeNames Types { get; init; }

    /// <summary>In UTC.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Whether the course was just stored.</summary>
    public bool IsSaved { get; init; }
}
