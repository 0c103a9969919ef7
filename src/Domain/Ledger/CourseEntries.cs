using System.Collections.Immutable;
using CmeOrleans.Domain.Certificates;
using CmeOrleans.Domain.Ledger.Events;

namespace CmeOrleans.Domain.Ledger;

/// <summary>The other side of double entry: what an event on a learner's ledger does to the ledgers of courses.</summary>
public static class CourseEntries
{
    /// <summary>The entries of <paramref name="happened"/>, one per course, type and kind; to be asked before it is applied.</summary>
    public static ImmutableArray<CourseEntry> Of(LearnerLedger ledger, LedgerEvent happened)
    {
        var entries = ImmutableArray.CreateBuilder<CourseEntry>(initialCapacity: 1);
        switch (happened)
        {
            case Earned earned:
                Add(entries, ledger, earned);
                break;
            case Claimed claimed:
                Add(entries, claimed);
                Add(entries, ledger, claimed.Forgone, CourseEntryKind.Reversed);
                break;
            case EarningReversed reversed:
                Add(entries, ledger, reversed.Reversed, CourseEntryKind.Reversed);
                break;
            case ClaimVoided voided:
                Add(entries, ledger, voided.Returned, CourseEntryKind.Returned);
                Add(entries, ledger, voided.Reinstated, CourseEntryKind.Reinstated);
                Add(entries, ledger, voided.Reversed, CourseEntryKind.Reversed);
                break;
            case CreditsExpired:
                break;
            default:
                throw new NotSupportedException($"{happened.GetType().Name} has no course entries.");
        }

        Add(entries, ledger, happened.Expired, CourseEntryKind.Expired);
        return entries.DrainToImmutable();
    }

    private static void Add(ImmutableArray<CourseEntry>.Builder entries, LearnerLedger ledger, Earned earned)
    {
        foreach (var credit in earned.Credits)
        {
            entries.Add(new()
            {
                CourseId = earned.CourseId,
                N = entries.Count,
                Kind = CourseEntryKind.Earned,
                CreditType = credit.CreditType,
                Amount = credit.Hundredths,
                IsFirstOfLearner = !ledger.Contents.Topics.Has(earned.CourseId, credit.CreditType),
                ClaimBy = credit.ClaimBy,
            });
        }
    }

    private static void Add(ImmutableArray<CourseEntry>.Builder entries, Claimed claimed)
    {
        foreach (var certificate in claimed.Certificates)
        {
            entries.Add(new()
            {
                CourseId = certificate.CourseId,
                N = entries.Count,
                Kind = CourseEntryKind.Claimed,
                CreditType = claimed.CreditType,
                Amount = certificate.Hundredths,
                CertificateId = certificate.CertificateId,
                VerificationCode = VerificationCode.Parse(certificate.Code).ToBits(),
            });
        }
    }

    private static void Add(
        ImmutableArray<CourseEntry>.Builder entries, LearnerLedger ledger, ImmutableArray<CreditMovement> movements, CourseEntryKind kind)
    {
        if (movements.IsEmpty)
        {
            return;
        }

        var groups = movements
            .Select(movement => (Credit: ledger.Contents.Require(movement.CreditId), movement.Hundredths))
            .GroupBy(movement => (movement.Credit.Earning.CourseId, movement.Credit.CreditType));
        foreach (var group in groups)
        {
            entries.Add(new()
            {
                CourseId = group.Key.CourseId,
                N = entries.Count,
                Kind = kind,
                CreditType = group.Key.CreditType,
                Amount = group.Aggregate(CreditAmount.Zero, (sum, movement) => sum + movement.Hundredths),
            });
        }
    }
}
