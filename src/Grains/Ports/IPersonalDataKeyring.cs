namespace CmeOrleans.Grains.Ports;

/// <summary>
/// Seals personal data under one data key per learner. The data key is stored by the caller, wrapped by a master key that
/// never enters the store: destroying the wrapped key destroys what it sealed.
/// </summary>
/// <remarks>
/// Pure computation, safe to call from any thread. Seals are authenticated and bound to the learner id, so neither a
/// changed byte nor somebody else's seal opens.
/// </remarks>
public interface IPersonalDataKeyring
{
    /// <summary>Makes a new data key for the learner, wrapped: safe to store.</summary>
    byte[] CreateWrappedKey(string learnerId);

    /// <summary>Seals <paramref name="clear"/>. Sealing the same bytes twice gives different seals.</summary>
    /// <exception cref="SealBrokenException">The wrapped key is not one that this node's master key wrapped for this learner.</exception>
    byte[] Seal(ReadOnlySpan<byte> wrappedKey, string learnerId, ReadOnlySpan<byte> clear);

    /// <summary>Opens what <see cref="Seal"/> made.</summary>
    /// <exception cref="SealBrokenException">The key or the seal is not what was made for this learner.</exception>
    byte[] Open(ReadOnlySpan<byte> wrappedKey, string learnerId, ReadOnlySpan<byte> sealedBytes);
}
