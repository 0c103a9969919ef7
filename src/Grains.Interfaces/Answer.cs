namespace CmeOrleans.Grains.Interfaces;

/// <summary>What a grain answers to a command: the value, or why there is none.</summary>
[GenerateSerializer, Immutable, Alias("cme.answer`1")]
public sealed record Answer<T>
{
    [Id(0)]
    public required Outcome Outcome { get; init; }

    /// <summary>Given when the outcome is <see cref="Outcome.Done"/> or <see cref="Outcome.Repeated"/>.</summary>
    [Id(1)]
    public T? Value { get; init; }

    /// <summary>Given when the outcome is <see cref="Outcome.Refused"/>; may be given with <see cref="Outcome.NotFound"/> and <see cref="Outcome.VersionConflict"/>.</summary>
    [Id(2)]
    public Refusal? Refusal { get; init; }
}
