namespace CmeOrleans.Grains.Interfaces.Billing;

/// <summary>What somebody says who claims to be the payment service.</summary>
[GenerateSerializer, Immutable, Alias("cme.payment-notice")]
public sealed record PaymentNotice
{
    /// <summary>The bytes as they came: they are what is signed.</summary>
    [Id(0)]
    public required ReadOnlyMemory<byte> Payload { get; init; }

    [Id(1)]
    public required string Signature { get; init; }
}
