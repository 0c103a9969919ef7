using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CmeOrleans.Domain.Ledger.Snapshots;

/// <summary>Writes the parts of a snapshot. A text that occurs again is written as a reference to its first occurrence.</summary>
internal sealed class SnapshotWriter
{
    public const int InstantKindsCount = (int)InstantKind.Claim + 1;

    private const int NumberBytesMax = 10;
    private const int IdBytes = 16;

    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);
    private readonly long[] _lastTicks = new long[InstantKindsCount];
    private byte[] _bytes = new byte[16 * 1024];
    private int _length;

    /// <summary>What was written, and SHA-256 of it, by which the reader knows that nothing was lost or changed.</summary>
    public byte[] ToArray()
    {
        var snapshot = new byte[_length + SHA256.HashSizeInBytes];
        _bytes.AsSpan(0, _length).CopyTo(snapshot);
        SHA256.HashData(_bytes.AsSpan(0, _length), snapshot.AsSpan(_length));
        return snapshot;
    }

    public void Write(long value)
    {
        // Seven bits a byte, the lowest first, after moving the sign to the lowest bit: small numbers are short.
        var rest = (ulong)((value << 1) ^ (value >> 63));
        var span = Reserve(NumberBytesMax);
        var length = 0;
        while (rest >= 0x80)
        {
            span[length++] = (byte)(rest | 0x80);
            rest >>= 7;
        }

        span[length++] = (byte)rest;
        _length += length;
    }

    public void Write(CreditAmount amount) => Write(amount.Hundredths);

    public void Write(bool value) => Write(value ? 1 : 0);

    /// <summary>An instant, as the way from the one before of its kind: many are the same, or near.</summary>
    public void Write(InstantKind kind, DateTimeOffset instant)
    {
        Write(instant.UtcTicks - _lastTicks[(int)kind]);
        _lastTicks[(int)kind] = instant.UtcTicks;
    }

    public void Write(DateOnly date) => Write(date.DayNumber);

    public void Write(Guid value)
    {
        Invariant.Require(value.TryWriteBytes(Reserve(IdBytes), bigEndian: true, out _), "An id fits 16 bytes.");
        _length += IdBytes;
    }

    public void WriteHash(ReadOnlySpan<byte> hash)
    {
        Invariant.Require(hash.Length == SHA256.HashSizeInBytes, "A hash is 32 bytes long.");
        hash.CopyTo(Reserve(hash.Length));
        _length += hash.Length;
    }

    public void Write(UInt128 value)
    {
        BinaryPrimitives.WriteUInt128BigEndian(Reserve(IdBytes), value);
        _length += IdBytes;
    }

    /// <summary>A text that is likely to occur again.</summary>
    public void WriteShared(string? text)
    {
        if (text is null)
        {
            Write(-1);
            return;
        }

        if (_texts.TryGetValue(text, out var index))
        {
            Write(index);
            return;
        }

        Write(_texts.Count);
        _texts.Add(text, _texts.Count);
        WriteText(text);
    }

    private void WriteText(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Write(length);
        _length += Encoding.UTF8.GetBytes(text, Reserve(length));
    }

    private Span<byte> Reserve(int bytes)
    {
        if (_bytes.Length - _length < bytes)
        {
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _length + bytes));
        }

        return _bytes.AsSpan(_length, bytes);
    }
}
