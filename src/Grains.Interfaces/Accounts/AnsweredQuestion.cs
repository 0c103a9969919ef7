namespace CmeOrleans.Grains.Interfaces.Accounts;

/// <summary>A question to the device of a passkey that was answered, and counts no more.</summary>
[GenerateSerializer, Immutable, Alias("cme.answered-question")]
public sealed record AnsweredQuestion
{
    /// <summary>A hash of the question, in hex.</summary>
    [Id(0)]
    public required string Id { get; init; }

    /// <summary>From when on no node takes an answer to it, whatever its clock says.</summary>
    [Id(1)]
    public required DateTimeOffset ForgetAt { get; init; }
}
