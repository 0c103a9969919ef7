namespace CmeOrleans.Grains.Interfaces.Learners;

/// <summary>So much of one credit.</summary>
[GenerateSerializer, Immutable, Alias("cme.claim-line")]
public sealed record ClaimLine
{
    /// <summary>As the caller wrote it; an id of another form is an unknown credit.</summary>
    [Id(0)]
    public required string CreditId { get; init; }

    /// <summary>May be zero or negative here; the rules say so.</summary>
    [Id(1)]
    public required long AmountHundredths { get; init; }
}
