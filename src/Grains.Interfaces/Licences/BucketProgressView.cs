namespace CmeOrleans.Grains.Interfaces.Licences;

/// <summary>How far one minimum of a requirement is.</summary>
[GenerateSerializer, Immutable, Alias("cme.bucket-progress")]
public sealed record BucketProgressView
{
    [Id(0)]
    public required RequirementBucketView Bucket { get; init; }

    /// <summary>What is claimed and counts; may be more than the minimum.</summary>
    [Id(1)]
    public required long CountedHundredths { get; init; }

    /// <summary>What claiming all that can be claimed would add.</summary>
    [Id(2)]
    public required long ClaimableHundredths { get; init; }

    /// <summary>What is missing of the minimum.</summary>
    [Id(3)]
    public required long MissingHundredths { get; init; }
}
