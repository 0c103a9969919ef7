namespace CmeOrleans.Grains.Interfaces.Accounts;

/// <summary>Whether an attempt to sign in may go on.</summary>
[GenerateSerializer, Immutable, Alias("cme.attempt-answer")]
public sealed record AttemptAnswer
{
    /// <summary>False while sign-in is paused: whatever is shown does not count.</summary>
    [Id(0)]
    public required bool IsAllowed { get; init; }

    /// <summary>Whether this attempt is the last before a pause, so that its failure is the moment to tell the owner.</summary>
    [Id(1)]
    public bool IsLast { get; init; }
}
