using System.Collections.Immutable;
using CmeOrleans.Domain.Courses;

namespace CmeOrleans.Domain.Certificates;

/// <summary>
/// Everything that a certificate prints, frozen when the claim is made, so that no later rename, course change or template
/// changes it. Dates are the provider's local dates; nothing is looked up while rendering.
/// </summary>
/// <remarks>
/// There is no place here for a diplomate id, a birth date, a sponsor's mark or a logo: what is not in the content cannot
/// be printed by mistake. The copy for a board takes its diplomate id apart from the content (<see cref="BoardEvidence"/>).
/// </remarks>
public sealed record CertificateContent
{
    /// <summary>The most topics that one certificate lists.</summary>
    public const int TopicsMax = 500;

    /// <summary>The layout of certificates issued now.</summary>
    public const int TemplateVersionCurrent = 1;

    /// <summary>The layout with which this certificate was issued. A layout is never changed, only followed by the next.</summary>
    public required int TemplateVersion { get; init; }

    /// <summary>The public id, <c>crt_…</c>.</summary>
    public required string CertificateId { get; init; }

    public required VerificationCode VerificationCode { get; init; }

    /// <summary>Participation or attendance; never none.</summary>
    public required CertificateKind Kind { get; init; }

    /// <summary>The learner's name as displayed when the claim was made, 1 to 100 characters.</summary>
    public required string LearnerName { get; init; }

    /// <summary>Degrees to follow the name, such as <c>MD, FAAP</c>, if the learner gave any.</summary>
    public string? LearnerDegrees { get; init; }

    public required CertificateProvider Provider { get; init; }

    public required string CourseTitle { get; init; }

    public required LearningFormat Format { get; init; }

    /// <summary>Where a live activity took place.</summary>
    public string? Location { get; init; }

    /// <summary>The day on which the first of the topics was completed.</summary>
    public required DateOnly CompletedFirst { get; init; }

    /// <summary>The day on which the last of the topics was completed; not before the first.</summary>
    public required DateOnly CompletedLast { get; init; }

    /// <summary>The day of the claim.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>The code of the credit type in the pack.</summary>
    public required string CreditTypeCode { get; init; }

    /// <summary>The amount claimed, which is what the certificate certifies. The topics' amounts add up to it.</summary>
    public required CreditAmount AmountClaimed { get; init; }

    /// <summary>The most that the activity was designated for; printed only in the designation statement.</summary>
    public required CreditAmount DesignatedMaximum { get; init; }

    /// <summary>What was completed, in the order of printing; at least one and at most <see cref="TopicsMax"/>.</summary>
    public required ImmutableArray<CertificateTopic> Topics { get; init; }

    /// <summary>The address of the verification page of this certificate.</summary>
    public required Uri VerificationUrl { get; init; }

    /// <summary>The row of the learner's ledger that holds the claim.</summary>
    public required long LedgerSeq { get; init; }

    /// <summary>The hash of that row, 32 bytes.</summary>
    public required ImmutableArray<byte> LedgerHash { get; init; }

    /// <summary>
    /// Set when the certificate is rendered again after it was first stored; then it says so in print. The day of the
    /// renewed rendering.
    /// </summary>
    public DateOnly? ReissuedOn { get; init; }

    /// <summary>Requires what only a bug could break. Whoever prints or stores the content calls it first.</summary>
    /// <exception cref="InvariantViolationException">The content contradicts itself.</exception>
    public void RequireConsistent()
    {
        Invariant.Require(Kind is not CertificateKind.None, "A certificate certifies participation or attendance.");
        Invariant.Require(!string.IsNullOrWhiteSpace(LearnerName), "A certificate names its learner.");
        Invariant.Require(!Topics.IsDefaultOrEmpty, "A certificate lists at least one topic.");
        Invariant.Require(Topics.Length <= TopicsMax, $"A certificate lists at most {TopicsMax} topics.");
        Invariant.Require(CompletedFirst <= CompletedLast, "The first completion is not after the last.");
        Invariant.Require(AmountClaimed > CreditAmount.Zero, "A certificate certifies more than nothing.");
        Invariant.Require(LedgerHash is { IsDefault: false, Length: 32 }, "The ledger's hash has 32 bytes.");

        var total = CreditAmount.Zero;
        foreach (var topic in Topics)
        {
            total += topic.Amount;
        }

        Invariant.Require(total == AmountClaimed, "The topics of a certificate add up to the amount it certifies.");
    }
}
