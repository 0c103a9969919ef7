using System.Collections.Immutable;
using CmeOrleans.Grains.Interfaces.Directory;
using CmeOrleans.Grains.Interfaces.Learners;

namespace CmeOrleans.WebApi.Pages.Claiming;

/// <summary>What a learner can claim now.</summary>
/// <param name="Types">The types that there is credit of, in the order of the pack.</param>
/// <param name="Credits">The credits of all types, newest first; those beyond the bound are left out.</param>
internal sealed record ClaimableCredits(ImmutableArray<TypeChoice> Types, ImmutableArray<CreditView> Credits)
{
    private const string UsualType = "AMA_PRA_1";
    private const string DirectoryKey = "pages";
    private const int PageMax = 200;
    private const int PagesMax = 15;

    /// <summary>The type of that code, or the usual one, or the first there is credit of; none if there is no credit.</summary>
    public TypeChoice? TypeOf(string code) =>
        Types.FirstOrDefault(type => type.Code == code) ?? Types.FirstOrDefault(type => type.Code == UsualType) ?? Types.FirstOrDefault();

    /// <summary>Reads what can be claimed; none while the learner has no profile.</summary>
    public static async Task<ClaimableCredits?> ReadAsync(IGrainFactory grains, string learnerId)
    {
        var learner = grains.GetGrain<ILearnerGrain>(learnerId);
        var credits = ImmutableArray.CreateBuilder<CreditView>();
        string? after = null;
        for (var page = 0; page < PagesMax; page++)
        {
            var read = await learner.GetCreditsAsync(new() { Status = "available", Sort = "-earnedAt", Limit = PageMax, After = after });
            if (read is null)
            {
                return null;
            }

            credits.AddRange(read.Items);
            after = read.Next;
            if (after is null)
            {
                break;
            }
        }

        var known = await grains.GetGrain<IDirectoryGrain>(DirectoryKey).ListCreditTypesAsync();
        var sums = credits.GroupBy(credit => credit.CreditType, StringComparer.Ordinal)
            .ToDictionary(type => type.Key, type => type.Sum(credit => credit.AvailableHundredths));
        return new(
            [.. known.Where(type => sums.ContainsKey(type.Code)).Select(type => new TypeChoice(type.Code, type.Name, sums[type.Code], type.StepHundredths))],
            credits.ToImmutable());
    }
}
