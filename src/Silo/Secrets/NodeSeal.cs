using System.Security.Cryptography;
using System.Text;

namespace CmeOrleans.Silo.Secrets;

/// <summary>AES-256-GCM under a key derived from the master key, with the purpose as associated data.</summary>
/// <remarks>Form of a seal: version (1 byte), nonce (12), tag (16), ciphertext. Few things are sealed, so random nonces do not meet.</remarks>
internal sealed class NodeSeal : INodeSeal
{
    private const byte Version = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeaderBytes = 1 + NonceBytes + TagBytes;

    private readonly byte[] _key;

    public NodeSeal(MasterKey masterKey) => _key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256, masterKey.Bytes.ToArray(), MasterKey.SizeBytes, info: "cme-orleans node seal"u8.ToArray());

    public byte[] Seal(string purpose, ReadOnlySpan<byte> clear)
    {
        var sealedBytes = new byte[HeaderBytes + clear.Length];
        sealedBytes[0] = Version;
        var nonce = sealedBytes.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(_key, TagBytes);
        cipher.Encrypt(
            nonce, clear, sealedBytes.AsSpan(HeaderBytes), sealedBytes.AsSpan(1 + NonceBytes, TagBytes), Encoding.UTF8.GetBytes(purpose));
        return sealedBytes;
    }

    public byte[] Open(string purpose, ReadOnlySpan<byte> sealedBytes)
    {
        if (sealedBytes.Length < HeaderBytes || sealedBytes[0] != Version)
        {
            throw new CryptographicException("A seal has another form.");
        }

        var clear = new byte[sealedBytes.Length - HeaderBytes];
        using var cipher = new AesGcm(_key, TagBytes);
        cipher.Decrypt(
            sealedBytes.Slice(1, NonceBytes),
            sealedBytes[HeaderBytes..],
            sealedBytes.Slice(1 + NonceBytes, TagBytes),
            clear,
            Encoding.UTF8.GetBytes(purpose));
        return clear;
    }
}
