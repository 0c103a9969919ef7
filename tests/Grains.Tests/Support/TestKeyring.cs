using System.Security.Cryptography;
using System.Text;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Grains.Tests.Support;

/// <summary>A keyring with the duties of the real one and a master key of its own.</summary>
internal sealed class TestKeyring : IPersonalDataKeyring
{
    private readonly byte[] _masterKey = RandomNumberGenerator.GetBytes(32);

    public byte[] CreateWrappedKey(string learnerId) => Encrypt(_masterKey, learnerId, RandomNumberGenerator.GetBytes(32));

    public byte[] Seal(ReadOnlySpan<byte> wrappedKey, string learnerId, ReadOnlySpan<byte> clear) =>
        Encrypt(Decrypt(_masterKey, learnerId, wrappedKey), learnerId, clear);

    public byte[] Open(ReadOnlySpan<byte> wrappedKey, string learnerId, ReadOnlySpan<byte> sealedBytes) =>
        Decrypt(Decrypt(_masterKey, learnerId, wrappedKey), learnerId, sealedBytes);

    private static byte[] Encrypt(byte[] key, string learnerId, ReadOnlySpan<byte> clear)
    {
        var bytes = new byte[12 + clear.Length + 16];
        RandomNumberGenerator.Fill(bytes.AsSpan(0, 12));
        using var aes = new AesGcm(key, 16);
        aes.Encrypt(bytes.AsSpan(0, 12), clear, bytes.AsSpan(12, clear.Length), bytes.AsSpan(12 + clear.Length), Encoding.UTF8.GetBytes(learnerId));
        return bytes;
    }

    private static byte[] Decrypt(byte[] key, string learnerId, ReadOnlySpan<byte> bytes)
    {
        var clear = new byte[bytes.Length - 28];
        using var aes = new AesGcm(key, 16);
        try
        {
            aes.Decrypt(bytes[..12], bytes[12..^16], bytes[^16..], clear, Encoding.UTF8.GetBytes(learnerId));
            return clear;
        }
        catch (AuthenticationTagMismatchException exception)
        {
            throw new SealBrokenException("A seal does not open.", exception);
        }
    }
}
