using CmeOrleans.Domain.Identifiers;
using CmeOrleans.Domain.Ledger;
using CmeOrleans.Domain.Ledger.Events;
using CmeOrleans.Grains.Interfaces.Learners;

namespace CmeOrleans.Grains.Learners;

/// <summary>Answers to commands, made from the row alone, so that a repeat gets the first answer whatever has happened since.</summary>
internal static class CommandViews
{
    public static EarnReceipt ToReceipt(LedgerRow row, Earned earned) => new()
    {
        EarningId = earned.EarningId.ToString(),
        CourseId = earned.CourseId,
        TopicId = earned.TopicId,
        CompletedAt = earned.CompletedAt,
        Version = row.Seq,
        Credits =
        [
            .. earned.Credits.Select(credit => new EarnedCreditView
            {
                CreditId = credit.CreditId.ToString(),
                CreditType = credit.CreditType,
                AmountHundredths = credit.Hundredths.Hundredths,
                ClaimBy = credit.ClaimBy,
            }),
        ],
    };

    public static ReversalReceipt ToReceipt(LedgerRow row, EarningReversed reversed, LearnerLedger ledger) => new()
    {
        EarningId = reversed.EarningId.ToString(),
        Version = row.Seq,
        Reversed = [.. reversed.Reversed.Select(movement => ToView(movement, ledger))],
        FlaggedClaimIds = [.. reversed.FlaggedClaims.Select(claimId => claimId.ToString())],
    };

    public static VoidReceipt ToReceipt(LedgerRow row, ClaimVoided voided, LearnerLedger ledger) => new()
    {
        ClaimId = voided.ClaimId.ToString(),
        Version = row.Seq,
        Returned = [.. voided.Returned.Select(movement => ToView(movement, ledger))],
    };

    private static CreditMovementView ToView(CreditMovement movement, LearnerLedger ledger) => new()
    {
        CreditId = movement.CreditId.ToString(),
        CreditType = TypeOf(movement.CreditId, ledger),
        AmountHundredths = movement.Hundredths.Hundredths,
    };

    private static string TypeOf(CreditId creditId, LearnerLedger ledger) =>
        ledger.TryFind(creditId, out var credit) ? credit.CreditType : throw new LedgerRowUnreadableException($"Credit {creditId} is not in the ledger.");
}
