using System.Collections.Immutable;

namespace CmeOrleans.Domain.Ledger;

/// <summary>One certificate to be.</summary>
/// <param name="CourseVersion">The newest version under which one of its lines was earned.</param>
public sealed record PlannedCertificate(string CourseId, string CourseTitle, int CourseVersion, CreditAmount Amount, ImmutableArray<ClaimedLine> Lines);
