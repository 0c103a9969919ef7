namespace CmeOrleans.Grains.Interfaces.Learners;

/// <summary>A payment for one year of membership.</summary>
[GenerateSerializer, Immutable, Alias("cme.membership-payment")]
public sealed record MembershipPayment
{
    /// <summary>The payment service's id of the purchase: one year for each.</summary>
    [Id(0)]
    public required string PaymentId { get; init; }

    /// <summary>The payment service's id of the event that told of it.</summary>
    [Id(1)]
    public required string EventId { get; init; }
}
