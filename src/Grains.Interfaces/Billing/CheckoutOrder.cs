namespace CmeOrleans.Grains.Interfaces.Billing;

/// <summary>A learner wants to buy a year.</summary>
[GenerateSerializer, Immutable, Alias("cme.checkout-order")]
public sealed record CheckoutOrder
{
    [Id(0)]
    public required string LearnerId { get; init; }

    /// <summary>Chosen by the client and kept across repeats: 1 to 255 visible ASCII characters.</summary>
    [Id(1)]
    public required string Key { get; init; }
}
