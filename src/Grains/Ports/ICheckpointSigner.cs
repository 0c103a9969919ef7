namespace CmeOrleans.Grains.Ports;

/// <summary>Signs checkpoints with a key that lies outside the store. ECDSA P-256 over SHA-256. Safe to call from any thread.</summary>
public interface ICheckpointSigner
{
    /// <summary>Names the key: the first 16 lower-case hex digits of the SHA-256 of its SubjectPublicKeyInfo.</summary>
    string KeyId { get; }

    /// <summary>The public half, SubjectPublicKeyInfo in PEM: what it takes to check a signature elsewhere.</summary>
    string PublicKeyPem { get; }

    /// <summary>Signs the bytes; the signature has 64 bytes, IEEE P1363 format.</summary>
    byte[] Sign(ReadOnlySpan<byte> statement);

    /// <summary>Whether <paramref name="signature"/> was made with this key over exactly these bytes.</summary>
    bool Verify(ReadOnlySpan<byte> statement, ReadOnlySpan<byte> signature);
}
