using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CmeOrleans.Domain.Identifiers;

/// <summary>
/// Where the ids and codes of one command come from: an instant and 32 random bytes, both handed in, so that a rule
/// that needs ids stays pure and a run can be repeated.
/// </summary>
/// <remarks>
/// The values are the quarters of SHA-512 over the random bytes and the number of the hash. Who does not know the random
/// bytes can neither guess nor link the values. A seed is used for one command and then forgotten.
/// </remarks>
public sealed class IdSeed
{
    public const int EntropyBytes = 32;

    private const int ValueBytes = 16;
    private const int QuartersCount = SHA512.HashSizeInBytes / ValueBytes;

    private readonly DateTimeOffset _at;
    private readonly byte[] _entropy;
    private readonly byte[] _values = new byte[SHA512.HashSizeInBytes];
    private uint _drawn;

    /// <exception cref="ArgumentException"><paramref name="entropy"/> is not 32 bytes long.</exception>
    public IdSeed(DateTimeOffset at, ReadOnlySpan<byte> entropy)
    {
        if (entropy.Length != EntropyBytes)
        {
            throw new ArgumentException($"A seed takes {EntropyBytes} random bytes.", nameof(entropy));
        }

        _at = at;
        _entropy = entropy.ToArray();
    }

    /// <summary>The next id: a UUIDv7 of the seed's instant.</summary>
    public TId Next<TId>()
        where TId : struct, IPrefixedId<TId>
    {
        var bytes = Draw();

        // RFC 9562, 5.7: 48 bits of milliseconds, version 7, variant 10; the rest random.
        Span<byte> milliseconds = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(milliseconds, _at.ToUnixTimeMilliseconds());
        milliseconds[2..].CopyTo(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return TId.From(new Guid(bytes, bigEndian: true));
    }

    /// <summary>The next 128 random bits, for a code that must not be guessed.</summary>
    public UInt128 NextSecret() => BinaryPrimitives.ReadUInt128BigEndian(Draw());

    // 16 bytes that are given out once; the caller may change them.
    private Span<byte> Draw()
    {
        var quarter = (int)(_drawn % QuartersCount);
        if (quarter == 0)
        {
            Span<byte> input = stackalloc byte[EntropyBytes + sizeof(uint)];
            _entropy.CopyTo(input);
            BinaryPrimitives.WriteUInt32BigEndian(input[EntropyBytes..], _drawn / QuartersCount);
            SHA512.HashData(input, _values);
        }

        _drawn = checked(_drawn + 1);
        return _values.AsSpan(quarter * ValueBytes, ValueBytes);
    }
}
