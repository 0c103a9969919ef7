using System.Text.Json.Serialization;

namespace CmeOrleans.Silo.Billing;

/// <summary>What is read of a Checkout session of Stripe.</summary>
internal sealed record StripeSession(
    [property: JsonPropertyName("id")] string? Id,
    [property: JsonPropertyName("url")] string? Url,
    [property: JsonPropertyName("payment_status")] string? PaymentStatus,
    [property: JsonPropertyName("amount_total")] long? AmountTotal,
    [property: JsonPropertyName("currency")] string? Currency,
    [property: JsonPropertyName("metadata")] Dictionary<string, string>? Metadata)
{
    /// <summary>The payment status that says that the money has come.</summary>
    public const string Paid = "paid";
}
