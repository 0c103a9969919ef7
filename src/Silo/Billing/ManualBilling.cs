using CmeOrleans.Grains.Interfaces.Billing;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Silo.Billing;

/// <summary>Sells nothing: operators and institutions grant memberships over the API.</summary>
internal sealed class ManualBilling : IBillingGateway
{
    private const string NothingSold = "Nothing is sold, so nobody asks.";

    public MembershipOffer? Offer => null;

    public Task<MembershipCheckout?> BeginAsync(CheckoutOrder order) => throw new NotSupportedException(NothingSold);

    public BillingNotice Read(PaymentNotice notice) => throw new NotSupportedException(NothingSold);
}
