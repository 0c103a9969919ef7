using System.Collections.Immutable;
using CmeOrleans.Domain;
using CmeOrleans.Domain.Ledger;

namespace CmeOrleans.Grains.Ports;

/// <summary>Reads the ledger of a course: what the rows of all learners did to it.</summary>
public interface ICourseEntryReader
{
    /// <summary>Entries in the order of their positions, which is nearly that of their times, after <paramref name="after"/>, at most <paramref name="entriesMax"/>.</summary>
    Task<ImmutableArray<StoredCourseEntry>> ReadPageAsync(string courseId, CourseEntryPosition after, int entriesMax, CancellationToken cancellationToken);

    /// <summary>Totals per credit type, in ordinal order of the type: a stored sum and the entries after it, so the cost does not grow with the course.</summary>
    Task<ImmutableArray<CourseBalance>> ReadBalanceAsync(string courseId, CancellationToken cancellationToken);

    /// <summary>The certificate with this verification code, or <see langword="null"/>.</summary>
    Task<CertificateLocation?> FindCertificateAsync(UInt128 verificationCode, CancellationToken cancellationToken);

    /// <summary>
    /// The ledgers that earned credit with a claim-by date from <paramref name="from"/> to <paramref name="to"/>, both
    /// included, in ordinal order after <paramref name="afterLedgerId"/>, at most <paramref name="ledgersMax"/>.
    /// </summary>
    Task<ImmutableArray<string>> ListLedgersDueAsync(DateOnly from, DateOnly to, string? afterLedgerId, int ledgersMax, CancellationToken cancellationToken);
}

/// <param name="IsSettled">Whether no entry can appear before this one any more. Once one entry is not, none after it is.</param>
public sealed record StoredCourseEntry(
    CourseEntryPosition Position, bool IsSettled, string LedgerId, long Seq, DateTimeOffset At, CourseEntryKind Kind, string CreditType, CreditAmount Amount);

/// <summary>issued = earned − reversed, by the kinds of <see cref="CourseEntryKind"/>.</summary>
public sealed record CourseBalance(string CreditType, long IssuedHundredths, long ClaimedHundredths, long ReversedHundredths, long ExpiredHundredths, long Learners);

public sealed record CertificateLocation(string LedgerId, long Seq, string CertificateId);
