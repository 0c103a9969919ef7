using System.Text.Json;

namespace CmeOrleans.Domain.Ledger.Events;

/// <summary>Turns events into the bytes of a journal row and back.</summary>
/// <remarks>
/// The bytes of an event are always the same, and only such bytes are read. Written out by hand: a ledger that wakes up reads
/// its whole tail, and a general serializer took most of that time.
/// </remarks>
public static class LedgerEventCodec
{
    public const string EarnedKind = "earned.v1";
    public const string ClaimedKind = "claimed.v1";
    public const string EarningReversedKind = "reversed.v1";
    public const string ClaimVoidedKind = "voided.v1";
    public const string CreditsExpiredKind = "expired.v1";

    public static string KindOf(LedgerEvent happened) => happened switch
    {
        Earned => EarnedKind,
        Claimed => ClaimedKind,
        EarningReversed => EarningReversedKind,
        ClaimVoided => ClaimVoidedKind,
        CreditsExpired => CreditsExpiredKind,
        _ => throw new NotSupportedException($"{happened.GetType().Name} has no kind."),
    };

    public static byte[] Write(LedgerEvent happened)
    {
        using var writer = EventWriter.Open();
        writer.BeginObject();
        switch (happened)
        {
            case Earned earned:
                EarnedForm.Write(writer, earned);
                break;
            case Claimed claimed:
                ClaimedForm.Write(writer, claimed);
                break;
            case EarningReversed reversed:
                ReturnForms.Write(writer, reversed);
                break;
            case ClaimVoided voided:
                ReturnForms.Write(writer, voided);
                break;
            case CreditsExpired expired:
                ReturnForms.Write(writer, expired);
                break;
            default:
                throw new NotSupportedException($"{happened.GetType().Name} has no stored form.");
        }

        writer.EndObject();
        return writer.ToBytes();
    }

    /// <exception cref="LedgerRowUnreadableException">
    /// The kind is not known to this version of the product, or the body is not what the kind says.
    /// </exception>
    public static LedgerEvent Read(string kind, ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new EventReader(body);
            reader.BeginObject();
            LedgerEvent happened = kind switch
            {
                EarnedKind => EarnedForm.Read(ref reader),
                ClaimedKind => ClaimedForm.Read(ref reader),
                EarningReversedKind => ReturnForms.ReadReversed(ref reader),
                ClaimVoidedKind => ReturnForms.ReadVoided(ref reader),
                CreditsExpiredKind => ReturnForms.ReadExpired(ref reader),
                _ => throw new LedgerRowUnreadableException($"The kind {kind} is not known."),
            };
            reader.EndObject();
            reader.End();
            return happened;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The second is what the reader says of text that is not UTF-8.
            throw new LedgerRowUnreadableException($"The body of a row of kind {kind} cannot be read.", exception);
        }
    }
}
