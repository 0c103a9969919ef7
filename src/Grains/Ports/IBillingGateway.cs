using CmeOrleans.Grains.Interfaces.Billing;

namespace CmeOrleans.Grains.Ports;

/// <summary>The service through which memberships are paid, or that there is none.</summary>
public interface IBillingGateway
{
    /// <summary>What is sold; none where operators alone grant memberships. Then nothing else of this is called.</summary>
    MembershipOffer? Offer { get; }

    /// <summary>Opens a page on which the learner can pay for one year.</summary>
    /// <returns>The page; none when the order's key was used before for another order.</returns>
    /// <exception cref="BillingUnavailableException">The service did not answer, or not as agreed; a repeat is safe.</exception>
    Task<MembershipCheckout?> BeginAsync(CheckoutOrder order);

    /// <summary>Finds out whether a notice is the service's own, and what it tells. Pure but for the clock.</summary>
    BillingNotice Read(PaymentNotice notice);
}
