using System.Collections.Immutable;
using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Domain.Ledger.Events;

namespace CmeOrleans.Domain.Ledger;

/// <summary>When credits become a claim. One bad line refuses the whole claim and every bad line is named.</summary>
public static class ClaimRules
{
    /// <summary>The most lines that a claim lists. A claim of all that is available lists none and is bounded by <see cref="BodyBytesMax"/> alone.</summary>
    public const int LinesMax = 500;

    /// <summary>
    /// The most bytes of the row that a claim becomes: some 1,500 courses with usual titles. A quarter of what a row may
    /// have, so that voiding a claim, which names each credit of it up to four times, always fits.
    /// </summary>
    public const int BodyBytesMax = LedgerRow.BodyBytesMax / 4;

    // With titles, places and providers as long as they may be, this many lines stay within the bound.
    private const int LinesThatFit = 16;

    /// <summary>Accepts a claim with its papers, unless its row is too large. What is accepted so can be voided.</summary>
    public static Decision<Claimed> Accept(Claimed claimed) =>
        claimed.Certificates.Sum(certificate => certificate.Topics.Length) <= LinesThatFit || LedgerEventCodec.Write(claimed).Length <= BodyBytesMax
            ? Decision<Claimed>.Accept(claimed)
            : Decision<Claimed>.Refuse(LedgerStatus.ClaimTooLarge);

    internal static Decision<ClaimPlan> Decide(LearnerLedger ledger, ClaimRequest request, ClaimTerms terms, DateTimeOffset now)
    {
        if (request.ExpectedVersion is { } expected && expected != ledger.Version)
        {
            return Decision<ClaimPlan>.Refuse(LedgerStatus.VersionConflict);
        }

        var lines = request.Lines ?? AllOf(ledger.Contents, request.CreditType, now);
        var isKnown = terms.Pack.TryFind(request.CreditType, out var creditType);

        // That all of an unknown type is nothing helps nobody: an unknown type is named first when all are asked for.
        if (lines.Length == 0 && (isKnown || request.Lines is not null))
        {
            return Decision<ClaimPlan>.Refuse(LedgerStatus.NoLines);
        }

        if (request.Lines is not null && lines.Length > LinesMax)
        {
            return Decision<ClaimPlan>.Refuse(LedgerStatus.TooManyLines);
        }

        if (!terms.IsMembershipActive)
        {
            return Decision<ClaimPlan>.Refuse(LedgerStatus.MembershipNotActive);
        }

        if (creditType is null)
        {
            return Decision<ClaimPlan>.Refuse(LedgerStatus.CreditTypeUnknown);
        }

        if (!creditType.IsSatisfiedBy(terms.ProfileFacts))
        {
            return Decision<ClaimPlan>.Refuse(LedgerStatus.ProfileIncomplete);
        }

        var refusals = LineRules.Check(ledger.Contents, creditType, lines, now);
        return refusals.IsEmpty
            ? Decision<ClaimPlan>.Accept(Plan(ledger.Contents, creditType.Code, lines, terms.Pack, now))
            : Decision<ClaimPlan>.Refuse(refusals);
    }

    private static ImmutableArray<RequestedLine> AllOf(LedgerContents contents, string creditType, DateTimeOffset now) =>
    [
        .. contents.Credits
            .Where(credit => credit.CreditType == creditType && credit.AvailableAt(now) > CreditAmount.Zero)
            .Select(credit => new RequestedLine(credit.Id, credit.Available.Hundredths)),
    ];

    private static ClaimPlan Plan(LedgerContents contents, string creditType, ImmutableArray<RequestedLine> lines, CreditTypePack pack, DateTimeOffset now)
    {
        ImmutableArray<ClaimedLine> claimed =
            [.. lines.Select(line => new ClaimedLine(contents.Require(line.CreditId), CreditAmount.FromHundredths(line.Hundredths)))];
        var certificates = claimed
            .GroupBy(line => line.Credit.Earning.CourseId, StringComparer.Ordinal)
            .Select(course => Plan([.. course.OrderBy(line => line.Credit.Earning.CompletedAt)]))
            .ToImmutableArray();

        return new(
            creditType,
            certificates.Aggregate(CreditAmount.Zero, (sum, certificate) => sum + certificate.Amount),
            certificates,
            ExclusiveGroups.ForgoneBy(claimed, pack, now),
            ExpiryRules.DueAt(contents, now));
    }

    private static PlannedCertificate Plan(ImmutableArray<ClaimedLine> lines)
    {
        var newest = lines.MaxBy(line => line.Credit.Earning.CourseVersion).Credit.Earning;
        return new(
            newest.CourseId,
            newest.CourseTitle,
            newest.CourseVersion,
            lines.Aggregate(CreditAmount.Zero, (sum, line) => sum + line.Amount),
            lines);
    }
}
