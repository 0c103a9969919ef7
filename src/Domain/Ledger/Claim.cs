using System.Collections.Immutable;
using CmeOrleans.Domain.Identifiers;

namespace CmeOrleans.Domain.Ledger;

/// <summary>One claim, as much of it as later commands and lists need; what its certificates say is in its row.</summary>
public sealed class Claim
{
    internal Claim(ClaimId id, long seq, string creditType, DateTimeOffset claimedAt, ImmutableArray<ClaimedLine> lines, ImmutableArray<CertificateId> certificateIds)
    {
        Id = id;
        Seq = seq;
        CreditType = creditType;
        ClaimedAt = claimedAt;
        Lines = lines;
        CertificateIds = certificateIds;
        foreach (var line in lines)
        {
            Total += line.Amount;
            EarnedYear = Math.Max(EarnedYear, line.Credit.Earning.CompletedOn.Year);
        }
    }

    public ClaimId Id { get; }

    /// <summary>The row that holds it.</summary>
    public long Seq { get; }

    public string CreditType { get; }

    public DateTimeOffset ClaimedAt { get; }

    public ImmutableArray<ClaimedLine> Lines { get; }

    public ImmutableArray<CertificateId> CertificateIds { get; }

    public CreditAmount Total { get; }

    /// <summary>The year in which the latest of its topics was completed.</summary>
    public int EarnedYear { get; }

    public bool IsVoided { get; internal set; }

    /// <summary>Whether an earning of it was taken back after it was claimed.</summary>
    public bool IsFlagged => !IsVoided && Lines.Any(line => line.Credit.Earning.IsReversed);

    /// <summary>The courses whose certificates no longer stand: all when the claim is void, else those of which an earning was taken back.</summary>
    public IEnumerable<string> RevokedCourseIds =>
        Lines.Where(line => IsVoided || line.Credit.Earning.IsReversed).Select(line => line.Credit.Earning.CourseId).Distinct();

    /// <summary>Whether the certificate for that course no longer stands.</summary>
    public bool IsRevoked(string courseId) => RevokedCourseIds.Contains(courseId);
}
