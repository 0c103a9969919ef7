using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Reports;

/// <summary>What a learner's claims owe to certifying boards, and how far it is. Stateless; the grain key is the learner id.</summary>
[Alias("cme.reports")]
public interface IReportGrain : IGrainWithStringKey
{
    /// <summary>The reports of one claim, added up; none if there is no such claim or it owes nothing.</summary>
    [Alias("list-of-claim")]
    Task<ImmutableArray<ReportCount>> ListOfClaimAsync(string claimId);
}
