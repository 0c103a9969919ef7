namespace CmeOrleans.Grains.Licences;

/// <summary>The stored licences of a learner: personal data, and so sealed under the learner's data key, with which they are erased.</summary>
public sealed record LicencesState
{
    /// <summary>The list as JSON, sealed.</summary>
    public ReadOnlyMemory<byte> SealedLicences { get; init; }
}
