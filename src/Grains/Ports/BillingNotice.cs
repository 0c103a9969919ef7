using CmeOrleans.Grains.Interfaces.Learners;

namespace CmeOrleans.Grains.Ports;

/// <summary>What a notice of the payment service tells.</summary>
public sealed record BillingNotice
{
    private BillingNotice(bool isGenuine, string? learnerId = null, MembershipPayment? payment = null) =>
        (IsGenuine, LearnerId, Payment) = (isGenuine, learnerId, payment);

    /// <summary>It is not of the service.</summary>
    public static BillingNotice Forged { get; } = new(isGenuine: false);

    /// <summary>It is of the service and tells of no payment for a year.</summary>
    public static BillingNotice Unrelated { get; } = new(isGenuine: true);

    /// <summary>Whether the service itself says it.</summary>
    public bool IsGenuine { get; }

    /// <summary>Who gets the year; given together with the payment.</summary>
    public string? LearnerId { get; }

    /// <summary>The payment for the year, if it tells of one.</summary>
    public MembershipPayment? Payment { get; }

    /// <summary>A year was paid for.</summary>
    public static BillingNotice Paid(string learnerId, MembershipPayment payment) => new(isGenuine: true, learnerId, payment);
}
