using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Billing;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.Grains.Ports;
using Orleans.Concurrency;

namespace CmeOrleans.Grains.Billing;

/// <inheritdoc cref="IBillingGrain"/>
[StatelessWorker]
public sealed class BillingGrain(IBillingGateway gateway) : Grain, IBillingGrain
{
    public Task<MembershipOffer?> GetOfferAsync() => Task.FromResult(gateway.Offer);

    public async Task<Answer<MembershipCheckout>> BeginCheckoutAsync(CheckoutOrder order)
    {
        if (gateway.Offer is null)
        {
            return Answers.Refused<MembershipCheckout>("membership-not-sold", "Memberships are not sold here; operators and institutions grant them.");
        }

        if (await GrainFactory.GetGrain<ILearnerGrain>(order.LearnerId).GetProfileAsync() is null)
        {
            return Answers.NotFound<MembershipCheckout>();
        }

        return await gateway.BeginAsync(order) is { } checkout ? Answers.Done(checkout) : new() { Outcome = Outcome.KeyReused };
    }

    public async Task<PaymentNoticeOutcome> AcceptNoticeAsync(PaymentNotice notice)
    {
        if (gateway.Offer is null)
        {
            return PaymentNoticeOutcome.NotSold;
        }

        return gateway.Read(notice) switch
        {
            { IsGenuine: false } => PaymentNoticeOutcome.Refused,
            { LearnerId: { } learnerId, Payment: { } payment } => await GrantAsync(learnerId, payment),
            _ => PaymentNoticeOutcome.Ignored,
        };
    }

    private async Task<PaymentNoticeOutcome> GrantAsync(string learnerId, MembershipPayment payment) =>
        await GrainFactory.GetGrain<IMembershipGrain>(learnerId).ExtendByYearAsync(payment)
            ? PaymentNoticeOutcome.Granted
            : PaymentNoticeOutcome.Repeated;
}
