using System.Collections.Frozen;
using System.Text;

namespace CmeOrleans.Certificates.Typefaces;

/// <summary>The tables of a TrueType file by their four-letter names.</summary>
internal sealed class TypefaceFile
{
    private const int HeaderLength = 12;
    private const int RecordLength = 16;

    private readonly FrozenDictionary<string, TableReader> _tables;

    /// <exception cref="InvalidDataException">The bytes are no TrueType file.</exception>
    public TypefaceFile(ReadOnlyMemory<byte> bytes)
    {
        var file = new TableReader(bytes);
        if (file.Length < HeaderLength || file.UInt32(0) != 0x00010000)
        {
            throw new InvalidDataException("The typeface is not a TrueType file.");
        }

        var tables = new Dictionary<string, TableReader>();
        for (var index = 0; index < file.UInt16(4); index++)
        {
            var record = file.Slice(HeaderLength + (index * RecordLength), RecordLength);
            var name = Encoding.ASCII.GetString(record.Bytes.Span[..4]);
            tables[name] = file.Slice(record.Offset32(8), record.Offset32(12));
        }

        _tables = tables.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <exception cref="InvalidDataException">The file has no such table.</exception>
    public TableReader Table(string name) => _tables.TryGetValue(name, out var table)
        ? table
        : throw new InvalidDataException($"The typeface has no table {name}.");

    public bool TryTable(string name, out TableReader table) => _tables.TryGetValue(name, out table);
}
