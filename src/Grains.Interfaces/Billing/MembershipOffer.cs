namespace CmeOrleans.Grains.Interfaces.Billing;

/// <summary>A year of membership, and what it costs.</summary>
[GenerateSerializer, Immutable, Alias("cme.membership-offer")]
public sealed record MembershipOffer
{
    /// <summary><c>premium</c>.</summary>
    [Id(0)]
    public required string Plan { get; init; }

    /// <summary>The price of one year in hundredths of the currency.</summary>
    [Id(1)]
    public required long PriceHundredths { get; init; }

    /// <summary>ISO 4217 in lower case, such as <c>usd</c>.</summary>
    [Id(2)]
    public required string Currency { get; init; }

    /// <summary>Scheme and host of the pages on which people pay; browsers may be sent there and nowhere else.</summary>
    [Id(3)]
    public required string CheckoutOrigin { get; init; }
}
