using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Billing;
using CmeOrleans.WebApi.Auth;
using CmeOrleans.WebApi.Idempotency;
using CmeOrleans.WebApi.Json;
using CmeOrleans.WebApi.OpenApi;
using CmeOrleans.WebApi.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CmeOrleans.WebApi.Learners;

/// <summary>Buying a year of membership.</summary>
internal static class CheckoutEndpoints
{
    public static void MapMembershipCheckouts(this IEndpointRouteBuilder api)
    {
        api.MapGet("/membership-offer", GetOfferAsync)
            .WithTags("Learners")
            .Requires(Access.Anybody)
            .Describe("GetMembershipOffer", "Shows what a year of membership costs.", "Where memberships are not sold, soldOnline is false: operators and institutions grant them.")
            .ShowsAnswer("""{ "soldOnline": true, "plan": "premium", "priceHundredths": 9900, "currency": "usd" }""");

        api.MapPost("/learners/{learnerId}/membership/checkouts", PostAsync)
            .WithTags("Learners")
            .Requires(Access.BeLearner)
            .Describe("CreateMembershipCheckout", "Begins the purchase of a year of membership.", "The learner pays on the page at url. The year is granted when the payment service tells of the payment, some seconds after it.")
            .TakesIdempotencyKey()
            .MayAnswer(RefusalTypes.MembershipNotSold)
            .ShowsAnswer("""{ "checkoutId": "cs_test_a1b2", "url": "https://checkout.stripe.com/c/pay/cs_test_a1b2" }""");
    }

    private static async Task<Ok<MembershipOfferResponse>> GetOfferAsync(IGrainFactory grains) =>
        TypedResults.Ok(MembershipOfferResponse.From(await BillingOf(grains).GetOfferAsync()));

    private static async Task<Results<CreatedAnswer<CheckoutResponse>, ProblemAnswer>> PostAsync(string learnerId, HttpContext context, IGrainFactory grains)
    {
        var key = IdempotencyKey.Require(context.Request);
        var answer = await BillingOf(grains).BeginCheckoutAsync(new() { LearnerId = learnerId, Key = key });
        return answer is { Outcome: Outcome.Done, Value: { } checkout }
            ? CreatedAnswer.Of(null, new CheckoutResponse(checkout.CheckoutId, checkout.Url))
            : (ProblemAnswer)CommandAnswers.ProblemOf(answer);
    }

    private static IBillingGrain BillingOf(IGrainFactory grains) => grains.GetGrain<IBillingGrain>(IBillingGrain.Key);
}

/// <summary>Where a learner pays.</summary>
internal sealed record CheckoutResponse(string CheckoutId, string Url);

/// <summary>What a year of membership costs, in hundredths of the currency (ISO 4217 in lower case).</summary>
internal sealed record MembershipOfferResponse(bool SoldOnline, string Plan, long? PriceHundredths, string? Currency)
{
    private const string OnlyPlan = "premium";

    public static MembershipOfferResponse From(MembershipOffer? offer) =>
        new(offer is not null, offer?.Plan ?? OnlyPlan, offer?.PriceHundredths, offer?.Currency);
}
