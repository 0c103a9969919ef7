using System.Collections.Immutable;

namespace CmeOrleans.WebApi.Courses;

/// <summary>The average of answers on a scale.</summary>
internal static class RatingAverage
{
    private const int Decimals = 2;

    /// <param name="counts">How often 1, 2, 3 … were answered.</param>
    /// <returns>With two decimals; zero if nobody answered.</returns>
    public static decimal Of(ImmutableArray<long> counts)
    {
        var answers = counts.Sum();
        return answers == 0 ? 0 : decimal.Round(counts.Select((count, index) => (decimal)count * (index + 1)).Sum() / answers, Decimals, MidpointRounding.AwayFromZero);
    }
}
