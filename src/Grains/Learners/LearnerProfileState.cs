namespace CmeOrleans.Grains.Learners;

/// <summary>The stored profile of a learner: the personal data sealed, and the key it is sealed with, itself wrapped.</summary>
/// <remarks>Destroying <see cref="WrappedKey"/> erases the learner's personal data everywhere, also in journal rows and stored papers.</remarks>
public sealed record LearnerProfileState
{
    public ReadOnlyMemory<byte> WrappedKey { get; init; }

    /// <summary>The profile as JSON, sealed under the data key.</summary>
    public ReadOnlyMemory<byte> SealedProfile { get; init; }
}
