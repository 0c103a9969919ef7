namespace CmeOrleans.Grains.Interfaces.Licences;

/// <summary>What is asked for of a learner's progress.</summary>
[GenerateSerializer, Immutable, Alias("cme.progress-query")]
public sealed record ProgressQuery
{
    /// <summary>The one licence that is asked about, or none for all.</summary>
    [Id(0)]
    public string? LicenceId { get; init; }

    /// <summary>Whether each credit is to be listed; else only sums.</summary>
    [Id(1)]
    public bool WithCredits { get; init; }
}
