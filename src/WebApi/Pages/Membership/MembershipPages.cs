using System.Globalization;
using CmeOrleans.Grains.Interfaces;
using CmeOrleans.Grains.Interfaces.Billing;
using CmeOrleans.Grains.Interfaces.Learners;
using CmeOrleans.WebApi.Idempotency;
using CmeOrleans.WebApi.Pages.Forms;
using CmeOrleans.WebApi.Pages.Shell;
using CmeOrleans.WebApi.Problems;

namespace CmeOrleans.WebApi.Pages.Membership;

/// <summary>A learner's membership: what the page does is what <c>POST /v1/learners/{id}/membership/checkouts</c> does.</summary>
internal static class MembershipPages
{
    private const string Path = "/membership";
    private const string KeyField = "key";
    private const string SessionParameter = "session";
    private const int SessionLengthMax = 255;
    private const decimal HundredthsPerUnit = 100;

    public static void MapMembershipPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapLearnerPages();
        pages.MapGet(Path, ShowAsync).PairedWith("GetMembership", "GetMembershipOffer");
        pages.MapPost($"{Path}/buy", BuyAsync).PairedWith("CreateMembershipCheckout");
        pages.MapGet($"{Path}/paid", ShowPaidAsync).PairedWith("GetMembership");
    }

    private static async Task<IResult> ShowAsync(HttpContext context, IGrainFactory grains, TimeProvider time)
    {
        var offer = await BillingOf(grains).GetOfferAsync();
        if (offer is not null)
        {
            // The form of this page leads on to the payment service, and browsers follow that only where the policy names it.
            context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.SitePolicyWithFormsTo(offer.CheckoutOrigin);
        }

        var stored = await MembershipOf(context, grains).GetAsync();
        return PageAnswer.Show<MembershipPage, MembershipModel>(new(
            StatusOf(stored?.Value, time),
            stored?.Value.Membership.StartsOn,
            stored?.Value.Membership.EndsOn,
            offer is null ? null : PriceOf(offer),
            Guid.NewGuid().ToString("N")));
    }

    private static async Task<IResult> BuyAsync(HttpContext context, IGrainFactory grains)
    {
        var key = (await context.Request.ReadFormAsync()).Text(KeyField);
        if (!IdempotencyKey.IsValid(key))
        {
            return new ProblemAnswer(new(ProblemTypes.InvalidRequest, "This form is not whole. Open the page again."));
        }

        var answer = await BillingOf(grains).BeginCheckoutAsync(new() { LearnerId = PageRoutes.LearnerOf(context), Key = key });
        return answer is { Outcome: Outcome.Done, Value: { } checkout }
            ? PageAnswer.GoTo(checkout.Url)
            : new ProblemAnswer(CommandAnswers.ProblemOf(answer));
    }

    private static async Task<IResult> ShowPaidAsync(HttpContext context, IGrainFactory grains)
    {
        var session = context.Request.Query[SessionParameter].ToString();
        if (session.Length is 0 or > SessionLengthMax)
        {
            return PageAnswer.GoTo(Path);
        }

        var membership = MembershipOf(context, grains);
        var isGranted = await membership.HasPaymentAsync(session);
        var endsOn = isGranted ? (await membership.GetAsync())?.Value.Membership.EndsOn : null;
        return PageAnswer.Show<MembershipPaidPage, MembershipPaidModel>(new(isGranted, endsOn));
    }

    private static MembershipStatus StatusOf(MembershipView? view, TimeProvider time) => view switch
    {
        null => MembershipStatus.None,
        { IsActive: true } => MembershipStatus.Active,
        _ => view.Membership.StartsOn > DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime) ? MembershipStatus.NotBegun : MembershipStatus.Lapsed,
    };

    private static string PriceOf(MembershipOffer offer) =>
        string.Create(CultureInfo.InvariantCulture, $"{offer.Currency.ToUpperInvariant()} {offer.PriceHundredths / HundredthsPerUnit:0.00}");

    private static IMembershipGrain MembershipOf(HttpContext context, IGrainFactory grains) =>
        grains.GetGrain<IMembershipGrain>(PageRoutes.LearnerOf(context));

    private static IBillingGrain BillingOf(IGrainFactory grains) => grains.GetGrain<IBillingGrain>(IBillingGrain.Key);
}
