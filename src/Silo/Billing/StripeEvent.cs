using System.Text.Json.Serialization;

namespace CmeOrleans.Silo.Billing;

/// <summary>What is read of an event of Stripe. All else in it is passed over.</summary>
internal sealed record StripeEvent(
    [property: JsonPropertyName("id")] string? Id,
    [property: JsonPropertyName("type")] string? Type,
    [property: JsonPropertyName("data")] StripeEventData? Data)
{
    /// <summary>The one kind of event that can tell of a payment for a year.</summary>
    public const string CheckoutCompleted = "checkout.session.completed";
}

/// <summary>What an event is about.</summary>
internal sealed record StripeEventData([property: JsonPropertyName("object")] StripeSession? Session);
