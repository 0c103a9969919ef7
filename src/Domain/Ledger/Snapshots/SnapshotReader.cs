using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CmeOrleans.Domain.Ledger.Snapshots;

/// <summary>Reads what <see cref="SnapshotWriter"/> wrote, after making sure that it is that and nothing else.</summary>
internal ref struct SnapshotReader
{
    private const int IdBytes = 16;

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly List<string> _texts = [];
    private readonly long[] _lastTicks = new long[SnapshotWriter.InstantKindsCount];
    private int _position;

    /// <exception cref="InvariantViolationException">The bytes do not end with their own hash.</exception>
    public SnapshotReader(ReadOnlySpan<byte> snapshot)
    {
        Invariant.Require(snapshot.Length >= SHA256.HashSizeInBytes, "A snapshot ends with a hash.");
        _bytes = snapshot[..^SHA256.HashSizeInBytes];
        Invariant.Require(
            SHA256.HashData(_bytes).AsSpan().SequenceEqual(snapshot[_bytes.Length..]), "A snapshot has the content that its hash was made of.");
    }

    public readonly bool IsAtEnd => _position == _bytes.Length;

    public long ReadLong()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = _bytes[_position++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return (long)(value >> 1) ^ -(long)(value & 1);
            }
        }

        throw new InvariantViolationException("A number in a snapshot has at most ten bytes.");
    }

    public int ReadInt() => checked((int)ReadLong());

    public bool ReadBool() => ReadLong() != 0;

    public CreditAmount ReadAmount() => CreditAmount.FromHundredths(ReadLong());

    public DateTimeOffset ReadInstant(InstantKind kind) => new(_lastTicks[(int)kind] += ReadLong(), TimeSpan.Zero);

    public DateOnly ReadDate() => DateOnly.FromDayNumber(ReadInt());

    public Guid ReadGuid() => new(Take(IdBytes), bigEndian: true);

    public UInt128 ReadNumber() => BinaryPrimitives.ReadUInt128BigEndian(Take(IdBytes));

    /// <summary>A part of the snapshot itself, not a copy.</summary>
    public ReadOnlySpan<byte> ReadHash() => Take(SHA256.HashSizeInBytes);

    public string? ReadShared()
    {
        var index = ReadInt();
        if (index < 0)
        {
            return null;
        }

        if (index == _texts.Count)
        {
            _texts.Add(ReadText());
        }

        return _texts[index];
    }

    public string RequireShared()
    {
        var text = ReadShared();
        Invariant.Require(text is not null, "A required text is in the snapshot.");
        return text;
    }

    private string ReadText() => Encoding.UTF8.GetString(Take(ReadInt()));

    private ReadOnlySpan<byte> Take(int length)
    {
        var part = _bytes.Slice(_position, length);
        _position += length;
        return part;
    }
}
