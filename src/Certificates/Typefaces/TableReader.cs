using System.Buffers.Binary;

namespace CmeOrleans.Certificates.Typefaces;

/// <summary>Reads the big-endian numbers of a part of an OpenType file. Positions are relative to that part.</summary>
internal readonly struct TableReader(ReadOnlyMemory<byte> bytes)
{
    public int Length => bytes.Length;

    public ReadOnlyMemory<byte> Bytes => bytes;

    public byte Byte(int position) => bytes.Span[position];

    public int UInt16(int position) => BinaryPrimitives.ReadUInt16BigEndian(bytes.Span[position..]);

    public int Int16(int position) => BinaryPrimitives.ReadInt16BigEndian(bytes.Span[position..]);

    public long UInt32(int position) => BinaryPrimitives.ReadUInt32BigEndian(bytes.Span[position..]);

    /// <summary>A 32-bit offset; OpenType allows files that no array could hold, ours are small.</summary>
    public int Offset32(int position) => checked((int)UInt32(position));

    public TableReader From(int position) => new(bytes[position..]);

    public TableReader Slice(int position, int length) => new(bytes.Slice(position, length));
}
