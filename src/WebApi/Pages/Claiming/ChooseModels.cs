using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.WebApi.Pages.Shell;

namespace CmeOrleans.WebApi.Pages.Claiming;

/// <summary>Makes the model of the page on which credits are chosen.</summary>
internal sealed class ChooseModels(IGrainFactory grains, TimeProvider time)
{
    /// <summary>As many as one claim takes.</summary>
    private const int RowsMax = 500;
    private const int UrgentDays = 60;
    private const int CoursesAskedMax = 30;

    /// <summary>The model; none while the learner has no profile.</summary>
    /// <param name="learnerId">Whose credits.</param>
    /// <param name="draft">What was chosen and typed so far.</param>
    /// <param name="isAllChosen">Whether everything of the type is chosen to begin with.</param>
    public async Task<ChooseModel?> ReadAsync(string learnerId, ClaimDraft draft, bool isAllChosen = false)
    {
        if (await ClaimableCredits.ReadAsync(grains, learnerId) is not { } claimable)
        {
            return null;
        }

        var type = claimable.TypeOf(draft.CreditType);
        var sort = CreditSort.Of(draft.Sort);
        var ofType = claimable.Credits.Where(credit => credit.CreditType == type?.Code).ToImmutableArray();
        var typed = draft.Lines.Concat(draft.Others).DistinctBy(line => line.CreditId).ToDictionary(line => line.CreditId, line => line.AmountText);
        var chosen = draft.Lines.Select(line => line.CreditId).ToHashSet(StringComparer.Ordinal);
        var groups = sort.Arrange(ofType.Take(RowsMax)).ToImmutableArray();
        var single = await CoursesOfOneTypeAsync(learnerId, claimable, groups.Select(group => group.Key));
        return new()
        {
            Types = claimable.Types,
            Type = type,
            Sort = sort,
            CreditsCount = claimable.Credits.Length,
            BeyondCount = Math.Max(0, ofType.Length - RowsMax),
            IsMembershipActive = await grains.GetGrain<IMembershipGrain>(learnerId).FindActiveThroughAsync() is not null,
            Courses =
            [
                .. groups.Select(group => new CourseGroup(
                    group.Key,
                    group.First().CourseTitle,
                    single.Contains(group.Key),
                    [.. group.Select(credit => RowOf(credit, typed.GetValueOrDefault(credit.CreditId), isAllChosen || chosen.Contains(credit.CreditId)))])),
            ],
        };
    }

    private CreditRow RowOf(CreditView credit, string? typed, bool isChosen) => new()
    {
        CreditId = credit.CreditId,
        TopicTitle = credit.TopicTitle,
        EarnedAt = credit.EarnedAt,
        ClaimBy = credit.ClaimBy,
        IsUrgent = credit.ClaimBy <= DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(UrgentDays),
        AvailableHundredths = credit.AvailableHundredths,
        AmountText = typed ?? PageTexts.Amount(credit.AvailableHundredths),
        IsChosen = isChosen,
    };

    /// <summary>Courses that gave this learner one type of credit only, whatever became of it.</summary>
    private async Task<HashSet<string>> CoursesOfOneTypeAsync(string learnerId, ClaimableCredits claimable, IEnumerable<string> courseIds)
    {
        var single = new HashSet<string>(StringComparer.Ordinal);
        var learner = grains.GetGrain<ILearnerGrain>(learnerId);
        var types = claimable.Credits.ToLookup(credit => credit.CourseId, credit => credit.CreditType, StringComparer.Ordinal);
        foreach (var courseId in courseIds.Where(courseId => types[courseId].Distinct().Count() == 1).Take(CoursesAskedMax))
        {
            var page = await learner.GetCreditsAsync(new() { CourseId = courseId, Sort = "-earnedAt", Limit = 200 });
            if (page?.Items.Select(credit => credit.CreditType).Distinct().Count() == 1)
            {
                single.Add(courseId);
            }
        }

        return single;
    }
}
