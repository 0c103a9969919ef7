using System.Collections.Immutable;
using CmeOrleans.Domain.Ledger;

namespace CmeOrleans.Grains.Ports;

/// <summary>Compares the two sides of every entry by SQL on one snapshot of the store.</summary>
public interface ITrialBalanceReader
{
    /// <summary>Compares what can be read and names what cannot.</summary>
    /// <exception cref="LedgerRowUnreadableException">More than 1,000 ledgers cannot be read.</exception>
    Task<TrialBalance> ReadAsync(CancellationToken cancellationToken);
}

/// <param name="At">The time of the snapshot, by the database's clock.</param>
/// <param name="Totals">Per course and type, in ordinal order: issued hundredths by the learners' rows and by the course's entries.</param>
/// <param name="BrokenLedgers">Ledgers and types whose four-way sum does not hold or has a negative part; at most 100.</param>
/// <param name="UnreadableLedgers">Ledgers with a body that cannot be read; both sides of their entries are left out of the totals. At most 1,000.</param>
public sealed record TrialBalance(
    DateTimeOffset At, ImmutableArray<TrialBalanceLine> Totals, ImmutableArray<string> BrokenLedgers, ImmutableArray<string> UnreadableLedgers)
{
    public bool IsBalanced => BrokenLedgers.IsEmpty && UnreadableLedgers.IsEmpty && Totals.All(line => line.IsBalanced);
}

/// <summary>Both sides of one course and credit type: net earned (earned − reversed + reinstated) and net claimed, expired.</summary>
public sealed record TrialBalanceLine(
    string CourseId,
    string CreditType,
    long LearnersHundredths,
    long CoursesHundredths,
    long LearnersClaimedHundredths,
    long CoursesClaimedHundredths,
    long LearnersExpiredHundredths,
    long CoursesExpiredHundredths)
{
    public bool IsBalanced => LearnersHundredths == CoursesHundredths
        && LearnersClaimedHundredths == CoursesClaimedHundredths
        && LearnersExpiredHundredths == CoursesExpiredHundredths;
}
