using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Learners;

/// <summary>Claim credits of one type: all that are available, or the given lines; all of them or nothing.</summary>
[GenerateSerializer, Immutable, Alias("cme.claim-command")]
public sealed record ClaimCommand
{
    /// <summary>The idempotency key, 1–255 visible ASCII characters; not read by a preview.</summary>
    [Id(0)]
    public required string Key { get; init; }

    [Id(1)]
    public required string CreditType { get; init; }

    /// <summary>Claim whatever is available of the type, however many credits that are; then there are no lines.</summary>
    [Id(2)]
    public bool All { get; init; }

    /// <summary>At most 500.</summary>
    [Id(3)]
    public ImmutableArray<ClaimLine> Lines { get; init; } = [];

    /// <summary>When given, the claim is refused unless this is the seq of the newest row.</summary>
    [Id(4)]
    public long? ExpectedVersion { get; init; }

    /// <summary>Whose key it is, such as <c>provider:acme</c>: keys of two tenants know nothing of each other. Empty for a preview.</summary>
    [Id(5)]
    public required string Tenant { get; init; }
}
