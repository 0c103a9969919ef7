namespace CmeOrleans.Grains.Interfaces.Support;

/// <summary>A request was taken in, and when it is answered.</summary>
[GenerateSerializer, Immutable, Alias("cme.support-receipt")]
public sealed record SupportReceipt
{
    /// <summary>Such as <c>S-1042</c>; later requests have higher numbers.</summary>
    [Id(0)]
    public required string Number { get; init; }

    [Id(1)]
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The day on which it is answered at the latest, in Central Time.</summary>
    [Id(2)]
    public required DateOnly AnsweredOn { get; init; }

    /// <summary>When the office closes on that day.</summary>
    [Id(3)]
    public required DateTimeOffset AnsweredBy { get; init; }
}
