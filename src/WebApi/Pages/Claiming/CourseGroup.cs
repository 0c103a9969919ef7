using System.Collections.Immutable;

namespace CmeOrleans.WebApi.Pages.Claiming;

/// <summary>The credits of one course: what is claimed of them stands on one certificate.</summary>
/// <param name="CourseId">The course.</param>
/// <param name="CourseTitle">What it is called.</param>
/// <param name="IsOfOneType">Whether the course gives credit of this type only.</param>
/// <param name="Rows">Its credits in the order that was asked for.</param>
public sealed record CourseGroup(string CourseId, string CourseTitle, bool IsOfOneType, ImmutableArray<CreditRow> Rows)
{
    public long AvailableHundredths => Rows.Sum(row => row.AvailableHundredths);
}
