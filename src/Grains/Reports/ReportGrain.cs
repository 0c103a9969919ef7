using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Interfaces.Reports;
using CmeOrleans.Grains.Ports;
using Orleans.Concurrency;

namespace CmeOrleans.Grains.Reports;

/// <inheritdoc cref="IReportGrain"/>
[StatelessWorker]
public sealed class ReportGrain(IReportLineReader lines) : Grain, IReportGrain
{
    // One line per course and day: more than any claim that a row can hold.
    private const int LinesMax = 10_000;

    public async Task<ImmutableArray<ReportCount>> ListOfClaimAsync(string claimId)
    {
        var learnerId = this.GetPrimaryKeyString();
        if (await GrainFactory.GetGrain<ILearnerGrain>(learnerId).GetClaimAsync(claimId) is not { } claim)
        {
            return [];
        }

        var owed = await lines.ReadOfRowAsync(learnerId, claim.Version, LinesMax, CancellationToken.None);
        return
        [
            .. owed.GroupBy(line => (line.Board, line.State))
                .OrderBy(group => group.Key)
                .Select(group => new ReportCount { Board = group.Key.Board, State = group.Key.State, Count = group.Count() }),
        ];
    }
}
