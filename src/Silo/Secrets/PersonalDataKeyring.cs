using System.Security.Cryptography;
using System.Text;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Silo.Secrets;

/// <summary>AES-256-GCM with a random nonce per seal and the learner id as associated data.</summary>
/// <remarks>
/// Form of a seal and of a wrapped key: version (1 byte), nonce (12), tag (16), ciphertext. Unwrapping costs about a
/// microsecond, so no clear key is kept in memory between calls.
/// </remarks>
internal sealed class PersonalDataKeyring(MasterKey masterKey) : IPersonalDataKeyring
{
    private const byte Version = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeaderBytes = 1 + NonceBytes + TagBytes;
    private const int DataKeyBytes = 32;

    public byte[] CreateWrappedKey(string learnerId)
    {
        Span<byte> dataKey = stackalloc byte[DataKeyBytes];
        RandomNumberGenerator.Fill(dataKey);
        try
        {
            return Encrypt(masterKey.Bytes, AssociatedData("key", learnerId), dataKey);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(dataKey);
        }
    }

    public byte[] Seal(ReadOnlySpan<byte> wrappedKey, string learnerId, ReadOnlySpan<byte> clear)
    {
        Span<byte> dataKey = stackalloc byte[DataKeyBytes];
        try
        {
            Unwrap(wrappedKey, learnerId, dataKey);
            return Encrypt(dataKey, AssociatedData("data", learnerId), clear);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(dataKey);
        }
    }

    public byte[] Open(ReadOnlySpan<byte> wrappedKey, string learnerId, ReadOnlySpan<byte> sealedBytes)
    {
        Span<byte> dataKey = stackalloc byte[DataKeyBytes];
        try
        {
            Unwrap(wrappedKey, learnerId, dataKey);
            var clear = new byte[Math.Max(0, sealedBytes.Length - HeaderBytes)];
            Decrypt(dataKey, AssociatedData("data", learnerId), sealedBytes, clear);
            return clear;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(dataKey);
        }
    }

    private void Unwrap(ReadOnlySpan<byte> wrappedKey, string learnerId, Span<byte> dataKey)
    {
        if (wrappedKey.Length != HeaderBytes + DataKeyBytes)
        {
            throw new SealBrokenException("A wrapped key has another length.");
        }

        Decrypt(masterKey.Bytes, AssociatedData("key", learnerId), wrappedKey, dataKey);
    }

    private static byte[] Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> clear)
    {
        var sealedBytes = new byte[HeaderBytes + clear.Length];
        sealedBytes[0] = Version;
        var nonce = sealedBytes.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);

        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(
            nonce, clear, sealedBytes.AsSpan(HeaderBytes), sealedBytes.AsSpan(1 + NonceBytes, TagBytes), associatedData);
        return sealedBytes;
    }

    private static void Decrypt(
        ReadOnlySpan<byte> key, ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> sealedBytes, Span<byte> clear)
    {
        if (sealedBytes.Length < HeaderBytes || sealedBytes[0] != Version)
        {
            throw new SealBrokenException("A seal has another form.");
        }

        try
        {
            using var cipher = new AesGcm(key, TagBytes);
            cipher.Decrypt(
                sealedBytes.Slice(1, NonceBytes),
                sealedBytes[HeaderBytes..],
                sealedBytes.Slice(1 + NonceBytes, TagBytes),
                clear,
                associatedData);
        }
        catch (AuthenticationTagMismatchException exception)
        {
            throw new SealBrokenException("A seal does not open: it was changed, or made for another learner or key.", exception);
        }
    }

    // The purpose keeps a wrapped key from being passed off as a seal.
    private static byte[] AssociatedData(string purpose, string learnerId) =>
        Encoding.UTF8.GetBytes($"cme-orleans/{purpose}/{learnerId}");
}
