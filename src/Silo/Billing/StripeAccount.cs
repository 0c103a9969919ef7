namespace CmeOrleans.Silo.Billing;

/// <summary>How Stripe knows us and we know it.</summary>
/// <param name="ApiUrl">Where its API is.</param>
/// <param name="SecretKey">What we say who we are with. Never logged.</param>
/// <param name="WebhookSecret">What it signs with. Never logged.</param>
internal sealed record StripeAccount(Uri ApiUrl, string SecretKey, string WebhookSecret)
{
    /// <summary>Names no secret, wherever it is printed.</summary>
    public override string ToString() => $"Stripe at {ApiUrl}";
}
