using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces.Courses;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Courses;

/// <summary>A page of courses in order of their ids.</summary>
public sealed record CoursesModel
{
    public required ImmutableArray<CourseView> Courses { get; init; }

    public required CreditTypeNames Types { get; init; }

    /// <summary>In UTC; whether a course has begun or ended is told by it.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Whether an operator looks, who sees whose course each is.</summary>
    public required bool IsOfAllProviders { get; init; }

    /// <summary>The provider whose courses an operator asked for.</summary>
    public string? ProviderId { get; init; }

    /// <summary>Where the list goes on, if it does.</summary>
    public string? NextAddress { get; init; }
}
