using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CmeOrleans.Domain.Ledger.Events;

/// <summary>Turns events into the bytes of a journal row and back.</summary>
/// <remarks>The bytes of an event are always the same: fields in declared order, no white space, nothing of a culture.</remarks>
public static class LedgerEventCodec
{
    public const string EarnedKind = "earned.v1";
    public const string ClaimedKind = "claimed.v1";
    public const string EarningReversedKind = "reversed.v1";
    public const string ClaimVoidedKind = "voided.v1";
    public const string CreditsExpiredKind = "expired.v1";

    // Names are not escaped to \u sequences: an auditor reads the bodies. They are never put into HTML as they are.
    private static readonly LedgerEventJson Json = new(new JsonSerializerOptions(LedgerEventJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string KindOf(LedgerEvent happened) => happened switch
    {
        Earned => EarnedKind,
        Claimed => ClaimedKind,
        EarningReversed => EarningReversedKind,
        ClaimVoided => ClaimVoidedKind,
        CreditsExpired => CreditsExpiredKind,
        _ => throw new NotSupportedException($"{happened.GetType().Name} has no kind."),
    };

    public static byte[] Write(LedgerEvent happened) =>
        JsonSerializer.SerializeToUtf8Bytes(happened, happened.GetType(), Json);

    /// <exception cref="LedgerRowUnreadableException">
    /// The kind is not known to this version of the product, or the body is not what the kind says.
    /// </exception>
    public static LedgerEvent Read(string kind, ReadOnlySpan<byte> body)
    {
        try
        {
            LedgerEvent? happened = kind switch
            {
                EarnedKind => JsonSerializer.Deserialize(body, Json.Earned),
                ClaimedKind => JsonSerializer.Deserialize(body, Json.Claimed),
                EarningReversedKind => JsonSerializer.Deserialize(body, Json.EarningReversed),
                ClaimVoidedKind => JsonSerializer.Deserialize(body, Json.ClaimVoided),
                CreditsExpiredKind => JsonSerializer.Deserialize(body, Json.CreditsExpired),
                _ => throw new LedgerRowUnreadableException($"The kind {kind} is not known."),
            };
            return happened ?? throw new LedgerRowUnreadableException($"A row of kind {kind} is null.");
        }
        catch (JsonException exception)
        {
            throw new LedgerRowUnreadableException($"The body of a row of kind {kind} cannot be read.", exception);
        }
    }
}

[JsonSerializable(typeof(Earned))]
[JsonSerializable(typeof(Claimed))]
[JsonSerializable(typeof(EarningReversed))]
[JsonSerializable(typeof(ClaimVoided))]
[JsonSerializable(typeof(CreditsExpired))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(CreditAmountConverter)])]
internal sealed partial class LedgerEventJson : JsonSerializerContext;
