using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Reports;

/// <summary>What a learner's claims owe to certifying boards, and how far it is. Stateless; the grain key is the learner id.</summary>
[Alias("cme.reports")]
public interface IReportGrain : IGrainWithStringKey
{
    /// <summary>The reports of one claim, added up; none if there is no such claim or it owes nothing.</summary>
    [Alias("list-of-claim")]
    Task<ImmutableArray<ReportCount>> ListOfClaimAsync(string claimId);

    /// <summary>The reports of all claims one by one, the newest first; none if there is no such learner.</summary>
    [Alias("list")]
    Task<ReportPage?> ListAsync(ReportQuery query);

    /// <summary>The reports of all claims, added up by board; none if there is no such learner.</summary>
    [Alias("summarize")]
    Task<ReportSummary?> SummarizeAsync();
}
