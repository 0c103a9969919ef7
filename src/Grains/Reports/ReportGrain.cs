using System.Collections.Immutable;
using System.Globalization;
using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Reporting;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Interfaces.Reports;
using CmeOrleans.Grains.Learners;
using CmeOrleans.Grains.Ports;
using Orleans.Concurrency;

namespace CmeOrleans.Grains.Reports;

/// <inheritdoc cref="IReportGrain"/>
/// <remarks>What a line says of its claim comes from the ledger, and whether it can be reported now from the profile; neither is copied into the line.</remarks>
[StatelessWorker]
public sealed class ReportGrain(IReportLineReader lines, CreditTypePack pack, TimeProvider time) : Grain, IReportGrain
{
    // One line per course and day: more than any claim that a row can hold.
    private const int LinesMax = 10_000;

    private const char PositionSeparator = '.';

    private string LearnerId => this.GetPrimaryKeyString();

    private ILearnerGrain Learner => GrainFactory.GetGrain<ILearnerGrain>(LearnerId);

    public async Task<ImmutableArray<ReportCount>> ListOfClaimAsync(string claimId)
    {
        if (await Learner.GetClaimAsync(claimId) is not { } claim || await Learner.GetProfileAsync() is not { } profile)
        {
            return [];
        }

        var owed = await lines.ReadOfRowAsync(LearnerId, claim.Version, LinesMax, CancellationToken.None);
        var isComplete = IsComplete(profile.Value);
        return
        [
            .. owed.GroupBy(line => (line.Board, Standing: ReportStanding.Of(line.State, isComplete)))
                .OrderBy(group => group.Key.Board, StringComparer.Ordinal)
                .ThenBy(group => group.Key.Standing.State, StringComparer.Ordinal)
                .Select(group => new ReportCount
                {
                    Board = group.Key.Board,
                    State = group.Key.Standing.State,
                    Reason = group.Key.Standing.Hold.ToCode(),
                    Count = group.Count(),
                }),
        ];
    }

    public async Task<ReportPage?> ListAsync(ReportQuery query)
    {
        if (await Learner.GetProfileAsync() is not { } profile)
        {
            return null;
        }

        var read = await lines.ReadOfLedgerAsync(LearnerId, ParsePosition(query.After), query.Limit + 1, CancellationToken.None);
        var shown = read.Take(query.Limit).ToImmutableArray();
        var claims = await Learner.GetClaimsOfRowsAsync([.. shown.Select(line => line.Position.Seq).Distinct()]);
        var claimsBySeq = claims.ToDictionary(claim => claim.Version);
        var isComplete = IsComplete(profile.Value);
        var now = time.GetUtcNow();
        return new()
        {
            Items = [.. shown.Select(line => ToView(line, claimsBySeq[line.Position.Seq], ReportStanding.Of(line.State, isComplete), now))],
            Next = read.Length > query.Limit ? FormatPosition(shown[^1].Position) : null,
        };
    }

    public async Task<ReportSummary?> SummarizeAsync()
    {
        if (await Learner.GetProfileAsync() is not { } profile)
        {
            return null;
        }

        var isComplete = IsComplete(profile.Value);
        var counts = await lines.CountAsync(LearnerId, CancellationToken.None);
        return new()
        {
            Boards = [.. counts.GroupBy(count => count.Board, StringComparer.Ordinal).Select(board => ToBoard(board.Key, [.. board], isComplete))],
            IsForAbp = profile.Value is { AbpId: not null } or { ConsentsToAbpReporting: true },
            IsAbpProfileComplete = isComplete,
        };
    }

    private static BoardReports ToBoard(string board, ImmutableArray<ReportLineCount> counts, bool isComplete)
    {
        var standings = counts.Select(count => (Standing: ReportStanding.Of(count.State, isComplete), count.Count)).ToArray();
        return new()
        {
            Board = board,
            AcceptedCount = SumOf(ReportGroup.Accepted),
            WaitingCount = SumOf(ReportGroup.Waiting),
            HeldForProviderCount = standings.Where(item => item.Standing.Hold is ReportHold.ActivityNotRegistered).Sum(item => item.Count),
            NeedsLearnerCount = SumOf(ReportGroup.NeedsLearner),
            EndedCount = SumOf(ReportGroup.Ended),
        };

        int SumOf(ReportGroup group) => standings.Where(item => item.Standing.Group == group).Sum(item => item.Count);
    }

    private static ReportView ToView(KeptReportLine line, ClaimView claim, ReportStanding standing, DateTimeOffset now) => new()
    {
        ClaimId = claim.ClaimId,
        Number = line.Position.N,
        Board = line.Board,
        CourseId = line.CourseId,
        CourseTitle = claim.Certificates.First(certificate => certificate.CourseId == line.CourseId).CourseTitle,
        CreditType = line.CreditType,
        CompletedOn = line.CompletedOn,
        AmountHundredths = line.Amount.Hundredths,
        State = standing.State,
        Reason = standing.Hold.ToCode(),
        Detail = standing.Hold.ToSentence(),
        CreatedAt = line.CreatedAt,
        AgeDays = Math.Max(0, (now - line.CreatedAt).Days),
    };

    /// <summary>Whether the profile holds what reports to the one board that there is need of it.</summary>
    private bool IsComplete(LearnerProfile profile) =>
        pack[ReportLines.AbpCreditType].IsSatisfiedBy(LearnerProfileRules.FactsOf(profile));

    private static string FormatPosition(ReportLinePosition position) =>
        string.Create(CultureInfo.InvariantCulture, $"{position.Seq}{PositionSeparator}{position.N}");

    private static ReportLinePosition? ParsePosition(string? text) =>
        text?.Split(PositionSeparator) is [var seqText, var nText]
        && long.TryParse(seqText, NumberStyles.None, CultureInfo.InvariantCulture, out var seq)
        && int.TryParse(nText, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? new(seq, n)
            : null;
}
