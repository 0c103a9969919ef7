namespace CmeOrleans.Silo.Billing;

/// <summary>How memberships are paid.</summary>
public enum BillingProvider
{
    /// <summary>Not here: operators and institutions grant them.</summary>
    Manual = 0,

    /// <summary>On pages of Stripe (Checkout).</summary>
    Stripe = 1,
}
