using CmeOrleans.Domain.Identifiers;

namespace CmeOrleans.Domain.Ledger.Events;

/// <summary>The stored forms of what takes credit back: <see cref="EarningReversed"/>, <see cref="ClaimVoided"/> and <see cref="CreditsExpired"/>.</summary>
internal static class ReturnForms
{
    public static void Write(EventWriter writer, EarningReversed reversed)
    {
        writer.Write("earningId"u8, reversed.EarningId);
        writer.Write("reason"u8, reversed.Reason);
        writer.Write("reversed"u8, reversed.Reversed);
        writer.Write("flaggedClaims"u8, reversed.FlaggedClaims, static (item, claimId) => item.Write(claimId));
        writer.Write("expired"u8, reversed.Expired);
    }

    // The initializers run in the order of the text, which is that of the stored form.
    public static EarningReversed ReadReversed(ref EventReader reader) => new()
    {
        EarningId = reader.ReadId<EarningId>("earningId"u8),
        Reason = reader.ReadText("reason"u8),
        Reversed = reader.ReadMovements("reversed"u8),
        FlaggedClaims = reader.ReadList("flaggedClaims"u8, static (ref EventReader item) => item.ReadId<ClaimId>()),
        Expired = reader.ReadMovements("expired"u8),
    };

    public static void Write(EventWriter writer, ClaimVoided voided)
    {
        writer.Write("claimId"u8, voided.ClaimId);
        writer.Write("reason"u8, voided.Reason);
        writer.Write("returned"u8, voided.Returned);
        writer.Write("reinstated"u8, voided.Reinstated);
        writer.Write("reversed"u8, voided.Reversed);
        writer.Write("expired"u8, voided.Expired);
    }

    public static ClaimVoided ReadVoided(ref EventReader reader) => new()
    {
        ClaimId = reader.ReadId<ClaimId>("claimId"u8),
        Reason = reader.ReadText("reason"u8),
        Returned = reader.ReadMovements("returned"u8),
        Reinstated = reader.ReadMovements("reinstated"u8),
        Reversed = reader.ReadMovements("reversed"u8),
        Expired = reader.ReadMovements("expired"u8),
    };

    public static void Write(EventWriter writer, CreditsExpired expired) => writer.Write("expired"u8, expired.Expired);

    public static CreditsExpired ReadExpired(ref EventReader reader) => new() { Expired = reader.ReadMovements("expired"u8) };
}
