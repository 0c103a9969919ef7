using CmeOrleans.WebApi.Tests.Accounts;
using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Pages;

public sealed class MembershipPageTests(TestNode node)
{
    [Fact]
    public async Task A_learner_buys_a_year_and_sees_it_pending_and_then_active()
    {
        var person = await Person.EnrolledAsync(node);
        var before = (await person.Browser.GetAsync("/membership")).Require(200);
        Assert.Contains("USD 99.00", before.Html, StringComparison.Ordinal);
        Assert.Contains($"form-action 'self' {StripeDouble.CheckoutOrigin};", before.ContentPolicy, StringComparison.Ordinal);

        var sent = await person.Browser.SubmitAsync(before, "/membership", ("key", before.Document.QuerySelector("input[name=key]")!.GetAttribute("value")!));
        Assert.Equal(303, (int)sent.Status);
        Assert.StartsWith($"{StripeDouble.CheckoutOrigin}/c/pay/", sent.Location, StringComparison.Ordinal);
        var session = sent.Location!.Split('/')[^1];

        var pending = (await person.Browser.GetAsync($"/membership/paid?session={session}")).Require(200);
        Assert.Contains("Payment pending", pending.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(session, pending.Html, StringComparison.Ordinal);

        var told = node.Stripe.EventOf(session, "evt_" + session);
        Assert.Equal(200, (await node.As("").SendAsync(HttpMethod.Post, "/webhooks/stripe", told, [("Stripe-Signature", StripeDouble.Sign(told))])).Status);

        Assert.Contains("Membership active", (await person.Browser.GetAsync($"/membership/paid?session={session}")).Require(200).Html, StringComparison.Ordinal);
        Assert.Contains("Premium, active", (await person.Browser.GetAsync("/membership")).Require(200).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_asked_to()
    {
        var reply = await new Browser(node.Address).GetAsync("/membership");

        reply.RequireRedirect("/sign-in?returnUrl=%2Fmembership");
    }
}
