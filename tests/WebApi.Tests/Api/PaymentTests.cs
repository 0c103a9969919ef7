using System.Globalization;
using CmeOrleans.WebApi.Tests.Support;
using Client = CmeOrleans.WebApi.Tests.Support.Api;

namespace CmeOrleans.WebApi.Tests.Api;

/// <summary>
/// Buying a year. Goal: who pays gets one year, once, and nobody gets one by saying so. Method: the real host, a double of
/// the payment service, and events that it has signed, has not signed, or says twice.
/// </summary>
public sealed class PaymentTests(TestNode node)
{
    [Fact]
    public async Task Offer_says_what_a_year_costs()
    {
        var offer = (await node.As().GetAsync("/v1/membership-offer")).Require(200);

        Assert.True(offer.Json.GetProperty("soldOnline").GetBoolean());
        Assert.Equal(("premium", 9900, "usd"), (offer.Text("plan"), offer.Number("priceHundredths"), offer.Text("currency")));
    }

    [Fact]
    public async Task Checkout_asks_for_the_price_and_says_who_buys()
    {
        var (scene, learner) = await LearnerAsync();

        var first = await BuyAsync(scene, learner, "k");
        var again = await BuyAsync(scene, learner, "k");
        var other = await BuyAsync(scene, learner, "k-2");

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        var fields = node.Stripe.Checkouts[first];
        Assert.Equal(("9900", "usd", "payment"), (fields["line_items[0][price_data][unit_amount]"], fields["line_items[0][price_data][currency]"], fields["mode"]));
        Assert.Equal(scene.LearnerId, fields["metadata[cme_learner]"]);
        Assert.EndsWith("/membership/paid?session={CHECKOUT_SESSION_ID}", fields["success_url"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Payment_grants_one_year_however_often_it_is_told()
    {
        var (scene, learner) = await LearnerAsync();
        var session = await BuyAsync(scene, learner, "k");
        var told = node.Stripe.EventOf(session, "evt_1" + session);

        Assert.Equal(200, (await TellAsync(told)).Status);
        Assert.Equal(200, (await TellAsync(told)).Status);
        Assert.Equal(200, (await TellAsync(node.Stripe.EventOf(session, "evt_2" + session))).Status);
        var together = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TellAsync(told)));

        Assert.All(together, reply => Assert.Equal(200, reply.Status));
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await RequireMembershipAsync(scene, today, today.AddYears(1).AddDays(-1));
    }

    [Fact]
    public async Task Second_payment_adds_a_year_to_the_end()
    {
        var (scene, learner) = await LearnerAsync();
        await node.As().PutAsync($"{scene.Learner}/membership", new { plan = "premium", startsOn = "2020-01-01", endsOn = "2150-06-30" });

        foreach (var key in (string[])["k-1", "k-2"])
        {
            var session = await BuyAsync(scene, learner, key);
            await TellAsync(node.Stripe.EventOf(session, "evt_" + session));
        }

        await RequireMembershipAsync(scene, new(2020, 1, 1), new(2152, 6, 30));
    }

    [Fact]
    public async Task Nobody_gets_a_year_by_saying_so()
    {
        var (scene, learner) = await LearnerAsync();
        var session = await BuyAsync(scene, learner, "k");
        var told = node.Stripe.EventOf(session, "evt_" + session);
        string[] signatures =
        [
            "", "nonsense", StripeDouble.Sign(told, "another secret"), StripeDouble.Sign(told + " "), StripeDouble.Sign(told, age: TimeSpan.FromSeconds(302)),
            StripeDouble.Sign(told, age: TimeSpan.FromSeconds(-302)), StripeDouble.Sign(told).Replace("v1=", "v0=", StringComparison.Ordinal),
        ];
        foreach (var signature in signatures)
        {
            (await TellAsync(told, signature)).RequireProblem(400, "invalid-request");
        }

        Assert.Equal(200, (await TellAsync(node.Stripe.EventOf(session, "evt_u", status: "unpaid"))).Status);
        Assert.Equal(200, (await TellAsync(node.Stripe.EventOf(session, "evt_a", amount: 1))).Status);
        Assert.Equal(200, (await TellAsync(told.Replace("checkout.session.completed", "checkout.session.expired", StringComparison.Ordinal))).Status);
        Assert.Equal(200, (await TellAsync("[]")).Status);
        (await TellAsync(new string('x', 300_000))).RequireProblem(413, "body-too-large");

        (await node.As().GetAsync($"{scene.Learner}/membership")).RequireProblem(404, "not-found");
    }

    [Fact]
    public async Task Nobody_buys_for_somebody_else_or_without_a_key()
    {
        var (scene, learner) = await LearnerAsync();
        var (_, other) = await LearnerAsync();
        var path = $"{scene.Learner}/membership/checkouts";

        (await other.SendAsync(HttpMethod.Post, path, null, [("Idempotency-Key", "k")])).RequireProblem(404, "not-found");
        (await learner.SendAsync(HttpMethod.Post, path, null)).RequireProblem(400, "idempotency-key-missing");
        (await node.As().SendAsync(HttpMethod.Post, "/v1/learners/nobody/membership/checkouts", null, [("Idempotency-Key", "k")])).RequireProblem(404, "not-found");
    }

    private async Task<(Scene Scene, Client Learner)> LearnerAsync()
    {
        var scene = await Scene.CreateAsync(node, withMembership: false);
        return (scene, node.As(await node.KeyAsync("learner", scene.LearnerId)));
    }

    private static async Task<string> BuyAsync(Scene scene, Client learner, string key)
    {
        var reply = (await learner.SendAsync(HttpMethod.Post, $"{scene.Learner}/membership/checkouts", null, [("Idempotency-Key", key)])).Require(201);
        Assert.Equal($"{StripeDouble.CheckoutOrigin}/c/pay/{reply.Text("checkoutId")}", reply.Text("url"));
        return reply.Text("checkoutId");
    }

    private Task<Reply> TellAsync(string payload, string? signature = null) =>
        node.As("").SendAsync(HttpMethod.Post, "/webhooks/stripe", payload, [("Stripe-Signature", signature ?? StripeDouble.Sign(payload))]);

    private async Task RequireMembershipAsync(Scene scene, DateOnly startsOn, DateOnly endsOn)
    {
        var membership = (await node.As().GetAsync($"{scene.Learner}/membership")).Require(200);
        Assert.Equal(
            (startsOn.ToString("O", CultureInfo.InvariantCulture), endsOn.ToString("O", CultureInfo.InvariantCulture)),
            (membership.Text("startsOn"), membership.Text("endsOn")));
    }
}
