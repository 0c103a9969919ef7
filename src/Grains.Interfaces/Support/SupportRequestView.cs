namespace CmeOrleans.Grains.Interfaces.Support;

/// <summary>A request as it was taken in.</summary>
[GenerateSerializer, Immutable, Alias("cme.support-request-view")]
public sealed record SupportRequestView
{
    [Id(0)]
    public required SupportReceipt Receipt { get; init; }

    [Id(1)]
    public required SupportRequest Request { get; init; }
}
