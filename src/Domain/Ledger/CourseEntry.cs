namespace CmeOrleans.Domain.Ledger;

/// <summary>The other side of a ledger row in the ledger of a course, stored by the same statement as the row.</summary>
public sealed record CourseEntry
{
    public required string CourseId { get; init; }

    /// <summary>Numbers the entries of one row from 0; (course, ledger, seq, n) names an entry.</summary>
    public required int N { get; init; }

    public required CourseEntryKind Kind { get; init; }

    public required string CreditType { get; init; }

    public required CreditAmount Amount { get; init; }

    /// <summary>Whether this is the learner's first earned entry of this type in this course, so that learners can be counted by adding up.</summary>
    public bool IsFirstOfLearner { get; init; }

    /// <summary>For an earned entry, the last date on which the credit can be claimed; the expiry sweep looks for it.</summary>
    public DateOnly? ClaimBy { get; init; }

    /// <summary>For a claimed entry, the certificate that states it; a claim has one certificate per course.</summary>
    public Identifiers.CertificateId? CertificateId { get; init; }

    /// <summary>For a claimed entry, the certificate's verification code: 128 random bits.</summary>
    public UInt128? VerificationCode { get; init; }
}
