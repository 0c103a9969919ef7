using System.Collections.Immutable;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Grains.Interfaces.Courses;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Grains.Courses;

/// <summary>A course's side of the ledger in the words of the contract.</summary>
internal static class CourseViews
{
    public static CourseLedgerPage ToPage(ImmutableArray<StoredCourseEntry> entriesAndOneMore, int limit)
    {
        if (entriesAndOneMore.Length <= limit)
        {
            return new() { Items = [.. entriesAndOneMore.Select(ToView)] };
        }

        // The next page goes on behind an entry before which nothing can appear any more, so that it misses none.
        var items = entriesAndOneMore[..limit];
        var settledCount = items.Count(entry => entry.IsSettled);
        items = settledCount > 0 ? items[..settledCount] : items;
        return new() { Items = [.. items.Select(ToView)], Next = new(items[^1].Position.Transaction, items[^1].Position.Entry) };
    }

    public static CourseBalanceLine ToView(CourseBalance balance) => new()
    {
        CreditType = balance.CreditType,
        IssuedHundredths = balance.IssuedHundredths,
        ClaimedHundredths = balance.ClaimedHundredths,
        ReversedHundredths = balance.ReversedHundredths,
        ExpiredHundredths = balance.ExpiredHundredths,
        Learners = balance.Learners,
    };

    private static CourseEntryView ToView(StoredCourseEntry entry) => new()
    {
        LearnerId = entry.LedgerId,
        Seq = entry.Seq,
        At = entry.At,
        Kind = NameOf(entry.Kind),
        CreditType = entry.CreditType,
        AmountHundredths = entry.Amount.Hundredths,
    };

    private static string NameOf(CourseEntryKind kind) => kind switch
    {
        CourseEntryKind.Earned => "earned",
        CourseEntryKind.Claimed => "claimed",
        CourseEntryKind.Expired => "expired",
        CourseEntryKind.Reversed => "reversed",
        CourseEntryKind.Returned => "returned",
        CourseEntryKind.Reinstated => "reinstated",
        _ => throw new NotSupportedException($"{kind} has no name."),
    };
}
