namespace CmeOrleans.Grains.Interfaces.Billing;

/// <summary>Where a learner pays.</summary>
[GenerateSerializer, Immutable, Alias("cme.membership-checkout")]
public sealed record MembershipCheckout
{
    /// <summary>The payment service's id of this purchase.</summary>
    [Id(0)]
    public required string CheckoutId { get; init; }

    /// <summary>The page of the payment service, below <see cref="MembershipOffer.CheckoutOrigin"/>.</summary>
    [Id(1)]
    public required string Url { get; init; }
}
