using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Support;

/// <summary>A page of requests.</summary>
[GenerateSerializer, Immutable, Alias("cme.support-request-page")]
public sealed record SupportRequestPage
{
    [Id(0)]
    public required ImmutableArray<SupportRequestView> Items { get; init; }

    /// <summary>The number after which the next page begins; none on the last page.</summary>
    [Id(1)]
    public long? NextAfterNumber { get; init; }
}
