namespace CmeOrleans.Silo.Secrets;

/// <summary>Seals what the installation keeps for itself in the store, such as the keys of cookies: every node opens it, the store's owner does not.</summary>
public interface INodeSeal
{
    /// <summary>Seals <paramref name="clear"/> for a purpose. Sealing the same bytes twice gives different seals.</summary>
    byte[] Seal(string purpose, ReadOnlySpan<byte> clear);

    /// <summary>Opens what <see cref="Seal"/> made for the same purpose.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It was changed, or made for another purpose or under another master key.</exception>
    byte[] Open(string purpose, ReadOnlySpan<byte> sealedBytes);
}
