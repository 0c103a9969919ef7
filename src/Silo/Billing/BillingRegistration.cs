using CmeOrleans.Grains.Certificates;
using CmeOrleans.Grains.Interfaces.Billing;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Silo.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Silo.Billing;

/// <summary>Registers how memberships are paid.</summary>
internal static class BillingRegistration
{
    private const int AnswerBytesMax = 256 * 1024;

    private static readonly TimeSpan AnswerTimeMax = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ConnectionAgeMax = TimeSpan.FromMinutes(5);

    public static IServiceCollection AddBilling(this IServiceCollection services)
    {
        services.AddSettings<BillingOptions, BillingOptionsValidator>(BillingOptions.SectionName);
        services.AddSingleton<IBillingGateway>(CreateGateway);
        return services;
    }

    /// <exception cref="SettingException">Memberships are to be sold and a setting for it is missing.</exception>
    private static IBillingGateway CreateGateway(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<BillingOptions>>().Value;
        return options.Provider switch
        {
            BillingProvider.Manual => new ManualBilling(),
            BillingProvider.Stripe => CreateStripe(provider, options),
            _ => throw new SettingException("Billing:Provider", "must be one of Manual, Stripe."),
        };
    }

    private static StripeBilling CreateStripe(IServiceProvider provider, BillingOptions options)
    {
        var account = new StripeAccount(
            new(options.StripeApiUrl),
            options.StripeSecretKey ?? throw Missing("StripeSecretKey"),
            options.StripeWebhookSecret ?? throw Missing("StripeWebhookSecret"));
        var offer = new MembershipOffer
        {
            Plan = "premium",
            PriceHundredths = options.YearPriceHundredths ?? throw Missing("YearPriceHundredths"),
            Currency = options.Currency,
            CheckoutOrigin = new Uri(options.StripeCheckoutUrl).GetLeftPart(UriPartial.Authority),
        };
        var publicBaseUrl = new Uri(provider.GetRequiredService<IOptions<CertificateOptions>>().Value.PublicBaseUrl);
        return new(
            CreateClient(), account, offer, publicBaseUrl, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<StripeBilling>>());
    }

    // One for the life of the process: it keeps few connections and lets go of them, so that a change of address is seen.
    private static HttpClient CreateClient() => new(
        new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = ConnectionAgeMax, UseCookies = false })
    {
        Timeout = AnswerTimeMax,
        MaxResponseContentBufferSize = AnswerBytesMax,
    };

    private static SettingException Missing(string name) => new($"Billing:{name}", "must be given when Billing:Provider is Stripe.");
}
