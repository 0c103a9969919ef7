using System.Collections.Immutable;
using System.Globalization;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Grains.Interfaces.Learners;

namespace CmeOrleans.Grains.Learners;

/// <summary>Lists the claims of a ledger; what their certificates say is read from their rows by the caller.</summary>
internal static class ClaimQueries
{
    public static (ImmutableArray<Claim> Claims, string? Next) Run(LearnerLedger ledger, ClaimQuery query)
    {
        var isDescending = query.Sort.StartsWith('-');
        var keyOf = KeyOf(query.Sort.TrimStart('-'));
        string PositionOf(Claim claim) => $"{keyOf(claim)} {claim.Seq:D19}";

        var matching = ledger.Claims.Where(claim =>
            (query.CreditType is null || claim.CreditType == query.CreditType)
            && (query.Year is null || claim.EarnedYear == query.Year));
        var sorted = isDescending
            ? matching.OrderByDescending(PositionOf, StringComparer.Ordinal)
            : matching.OrderBy(PositionOf, StringComparer.Ordinal);
        return PageCut.Cut(sorted, PositionOf, isDescending, query.After, query.Limit);
    }

    private static Func<Claim, string> KeyOf(string sort) => sort switch
    {
        "claimedAt" => claim => claim.ClaimedAt.UtcTicks.ToString("D19", CultureInfo.InvariantCulture),
        "earnedYear" => claim => claim.EarnedYear.ToString("D4", CultureInfo.InvariantCulture),
        "creditType" => claim => claim.CreditType,
        "credits" => claim => claim.Total.Hundredths.ToString("D19", CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"Claims cannot be sorted by {sort}."),
    };
}
