using System.Globalization;
using CmeOrleans.Domain;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Grains.Interfaces.Learners;

namespace CmeOrleans.Grains.Learners;

/// <summary>Lists the credits of a ledger as they stand at an instant.</summary>
internal static class CreditQueries
{
    public static CreditPage Run(LearnerLedger ledger, CreditQuery query, DateTimeOffset now)
    {
        var isDescending = query.Sort.StartsWith('-');
        var keyOf = KeyOf(query.Sort.TrimStart('-'));
        string PositionOf(Credit credit) => $"{keyOf(credit)} {credit.Id}";

        var matching = ledger.Credits.Where(credit =>
            (query.CreditType is null || credit.CreditType == query.CreditType)
            && (query.CourseId is null || credit.Earning.CourseId == query.CourseId)
            && (query.Status is null || StatusOf(credit, now) == query.Status));
        var sorted = isDescending
            ? matching.OrderByDescending(PositionOf, StringComparer.Ordinal)
            : matching.OrderBy(PositionOf, StringComparer.Ordinal);
        var (items, next) = PageCut.Cut(sorted, PositionOf, isDescending, query.After, query.Limit);
        return new() { Items = [.. items.Select(credit => ToView(credit, now))], Next = next, Version = ledger.Version };
    }

    // A position is compared as text, so numbers and times are written with a fixed number of digits.
    private static Func<Credit, string> KeyOf(string sort) => sort switch
    {
        "earnedAt" => credit => credit.Earning.CompletedAt.UtcTicks.ToString("D19", CultureInfo.InvariantCulture),
        "claimBy" => credit => credit.ClaimBy.ToString("O", CultureInfo.InvariantCulture),
        "amount" => credit => credit.Amount.Hundredths.ToString("D19", CultureInfo.InvariantCulture),
        "courseTitle" => credit => credit.Earning.CourseTitle.ToUpperInvariant(),
        _ => throw new NotSupportedException($"Credits cannot be sorted by {sort}."),
    };

    private static string StatusOf(Credit credit, DateTimeOffset now)
    {
        if (credit.AvailableAt(now) > CreditAmount.Zero)
        {
            return "available";
        }

        var expired = credit.Expired + credit.Available;
        if (credit.Claimed > CreditAmount.Zero && credit.Claimed >= expired && credit.Claimed >= credit.Reversed)
        {
            return "claimed";
        }

        return expired >= credit.Reversed ? "expired" : "reversed";
    }

    private static CreditView ToView(Credit credit, DateTimeOffset now) => new()
    {
        CreditId = credit.Id.ToString(),
        EarningId = credit.Earning.Id.ToString(),
        CreditType = credit.CreditType,
        CourseId = credit.Earning.CourseId,
        CourseTitle = credit.Earning.CourseTitle,
        TopicId = credit.Earning.TopicId,
        TopicTitle = credit.Earning.TopicTitle,
        AmountHundredths = credit.Amount.Hundredths,
        AvailableHundredths = credit.AvailableAt(now).Hundredths,
        ClaimedHundredths = credit.Claimed.Hundredths,
        EarnedAt = credit.Earning.CompletedAt,
        CompletedOn = credit.Earning.CompletedOn,
        ClaimBy = credit.ClaimBy,
        Status = StatusOf(credit, now),
    };
}
