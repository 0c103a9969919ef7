namespace CmeOrleans.Grains.Interfaces.Billing;

/// <summary>Sells memberships, where that is set up. Stateless; the grain key is <see cref="Key"/>.</summary>
[Alias("cme.billing")]
public interface IBillingGrain : IGrainWithStringKey
{
    const string Key = "billing";

    /// <summary>What is sold; none where operators alone grant memberships.</summary>
    [Alias("offer")]
    Task<MembershipOffer?> GetOfferAsync();

    /// <summary>Begins the purchase of one year. Nothing is granted by it: that takes the notice of the payment.</summary>
    /// <remarks>Safe to repeat with the same order, which gives the same checkout for at least a day.</remarks>
    [Alias("begin-checkout")]
    Task<Answer<MembershipCheckout>> BeginCheckoutAsync(CheckoutOrder order);

    /// <summary>Takes in what the payment service says. A year that was paid for is granted when the task completes.</summary>
    /// <remarks>Safe to repeat: a payment grants one year, however often it is told.</remarks>
    [Alias("accept-notice")]
    Task<PaymentNoticeOutcome> AcceptNoticeAsync(PaymentNotice notice);
}
