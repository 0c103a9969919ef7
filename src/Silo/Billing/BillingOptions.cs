using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Silo.Billing;

/// <summary>Settings of selling memberships, read from the section <see cref="SectionName"/>.</summary>
public sealed class BillingOptions
{
    public const string SectionName = "Billing";

    /// <summary>How memberships are paid. By default they are not sold.</summary>
    public BillingProvider Provider { get; set; } = BillingProvider.Manual;

    /// <summary>The price of one year in hundredths of the currency, 100–100,000,000. Required when memberships are sold.</summary>
    [Range(100, 100_000_000)]
    public int? YearPriceHundredths { get; set; }

    /// <summary>The currency, ISO 4217 in lower case; one that has hundredths. The default is <c>usd</c>.</summary>
    [RegularExpression("^[a-z]{3}$", ErrorMessage = "must be a code of three lower-case letters.")]
    public string Currency { get; set; } = "usd";

    /// <summary>The secret key of the Stripe account. A secret. Required with Stripe.</summary>
    [RegularExpression("^[!-~]{8,255}$", ErrorMessage = "must have 8 to 255 visible ASCII characters.")]
    public string? StripeSecretKey { get; set; }

    /// <summary>The signing secret of the webhook endpoint <c>/webhooks/stripe</c>. A secret. Required with Stripe.</summary>
    [RegularExpression("^[!-~]{8,255}$", ErrorMessage = "must have 8 to 255 visible ASCII characters.")]
    public string? StripeWebhookSecret { get; set; }

    /// <summary>Where Stripe's API is. The default is <c>https://api.stripe.com</c>.</summary>
    [Required, Url]
    public string StripeApiUrl { get; set; } = "https://api.stripe.com";

    /// <summary>Scheme and host of the pages on which people pay. The default is <c>https://checkout.stripe.com</c>.</summary>
    [Required, Url]
    public string StripeCheckoutUrl { get; set; } = "https://checkout.stripe.com";
}

/// <summary>Checks <see cref="BillingOptions"/> when the host starts.</summary>
[OptionsValidator]
internal sealed partial class BillingOptionsValidator : IValidateOptions<BillingOptions>;
