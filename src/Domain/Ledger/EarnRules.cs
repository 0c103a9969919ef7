using CmeOrleans.Domain.Identifiers;
using CmeOrleans.Domain.Ledger.Events;

namespace CmeOrleans.Domain.Ledger;

/// <summary>When a completed topic becomes credit.</summary>
internal static class EarnRules
{
    public static Decision<Earned> Decide(LedgerContents contents, EarnRequest request, EarnTerms? terms, IdSeed ids, DateTimeOffset now)
    {
        if (terms is null)
        {
            return Decision<Earned>.Refuse(LedgerStatus.CourseUnknown);
        }

        if (terms.Topic is not { } topic)
        {
            return Decision<Earned>.Refuse(LedgerStatus.TopicUnknown);
        }

        var completedOn = ProviderCalendar.DateAt(request.CompletedAt, terms.TimeZone);
        var status = Check(contents, request, terms, topic, completedOn, now);
        return status is LedgerStatus.Accepted
            ? Decision<Earned>.Accept(Freeze(contents, request, terms, topic, completedOn, ids, now))
            : Decision<Earned>.Refuse(status);
    }

    private static LedgerStatus Check(
        LedgerContents contents, EarnRequest request, EarnTerms terms, TopicTerms topic, DateOnly completedOn, DateTimeOffset now)
    {
        if (completedOn > terms.EndsOn)
        {
            return LedgerStatus.CourseNotOpen;
        }

        if (request.CompletedAt > now)
        {
            return LedgerStatus.CompletedInFuture;
        }

        if (completedOn < terms.StartsOn)
        {
            return LedgerStatus.CompletedBeforeCourse;
        }

        if (terms.PassingScore is { } passing && !(request.Score >= passing))
        {
            return LedgerStatus.ScoreBelowPassing;
        }

        return IsEarned(contents, terms, topic, completedOn) ? LedgerStatus.AlreadyEarned : LedgerStatus.Accepted;
    }

    private static bool IsEarned(LedgerContents contents, EarnTerms terms, TopicTerms topic, DateOnly completedOn)
    {
        // Completions may arrive out of order, so every earning of the topic must be far enough away, before or after.
        foreach (var other in contents.Topics.Of(terms.CourseId, topic.TopicId))
        {
            if (other.IsReversed)
            {
                continue;
            }

            if (terms.RepeatAfterMonths is not { } months
                || (completedOn < other.CompletedOn.AddMonths(months) && other.CompletedOn < completedOn.AddMonths(months)))
            {
                return true;
            }
        }

        return false;
    }

    private static Earned Freeze(
        LedgerContents contents, EarnRequest request, EarnTerms terms, TopicTerms topic, DateOnly completedOn, IdSeed ids, DateTimeOffset now) => new()
    {
        EarningId = ids.Next<EarningId>(),
        CourseId = terms.CourseId,
        CourseVersion = terms.CourseVersion,
        CourseTitle = terms.CourseTitle,
        ProviderId = terms.ProviderId,
        TopicId = topic.TopicId,
        TopicTitle = topic.Title,
        CompletedAt = request.CompletedAt.ToUniversalTime(),
        CompletedOn = completedOn,
        Score = request.Score,
        Credits = [.. topic.Credits.Select(credit => Freeze(credit, terms, completedOn, ids))],
        Expired = ExpiryRules.DueAt(contents, now),
    };

    private static EarnedCredit Freeze(TopicCreditTerms credit, EarnTerms terms, DateOnly completedOn, IdSeed ids)
    {
        var windowEnd = completedOn.AddMonths(terms.ClaimWindowMonths);
        var claimBy = credit.ClaimBy < windowEnd ? credit.ClaimBy.Value : windowEnd;
        return new()
        {
            CreditId = ids.Next<CreditId>(),
            CreditType = credit.CreditType,
            Hundredths = credit.Amount,
            ClaimBy = claimBy,
            ClaimableUntil = ProviderCalendar.EndOf(claimBy, terms.TimeZone),
            ExclusiveGroup = credit.ExclusiveGroup,
        };
    }
}
