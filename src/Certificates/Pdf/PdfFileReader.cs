using System.Buffers.Text;

namespace CmeOrleans.Certificates.Pdf;

/// <summary>
/// Takes a file that <see cref="PdfFile"/> wrote apart into its objects, as they were before an update. It reads no other
/// PDF files.
/// </summary>
internal sealed class PdfFileReader
{
    private const int TableEntryLength = 20;
    private const int TailLengthMax = 64;
    private const int IdDigits = 32;

    private readonly int[] _offsets;
    private readonly int[] _ends;

    /// <exception cref="InvalidDataException">The file is not of our making or was cut short.</exception>
    public PdfFileReader(ReadOnlyMemory<byte> file)
    {
        File = file;
        var newestTableAt = ReadTablePosition();
        TableAt = ReadOriginalTablePosition(newestTableAt);
        IsUpdated = TableAt != newestTableAt;
        var position = TableAt + "xref\n0 "u8.Length;
        var count = ReadInteger(ref position);
        var entries = position + 1;
        if (count <= PdfObjectNumbers.Count || entries + ((long)count * TableEntryLength) > file.Length)
        {
            throw Foreign();
        }

        _offsets = new int[count];
        for (var number = 1; number < count; number++)
        {
            var entry = entries + (number * TableEntryLength);
            _offsets[number] = ReadInteger(ref entry);
        }

        _ends = FindEnds(_offsets, TableAt);
    }

    /// <summary>What stands in the trailer of an update before the place of the table that it adds to.</summary>
    public static ReadOnlySpan<byte> PreviousTable => "/Prev "u8;

    public ReadOnlyMemory<byte> File { get; }

    /// <summary>Where the table of the file begins, not that of an update.</summary>
    public int TableAt { get; }

    public bool IsUpdated { get; }

    /// <summary>One more than the highest object number.</summary>
    public int ObjectsCount => _offsets.Length;

    /// <summary>The bytes of an object between its number and its end mark.</summary>
    public ReadOnlySpan<byte> Body(int number)
    {
        var body = File.Span[_offsets[number].._ends[number]];
        var (start, length) = (body.IndexOf(" 0 obj\n"u8), body.LastIndexOf("\nendobj\n"u8));
        return start >= 0 && length > start ? body[(start + " 0 obj\n"u8.Length)..length] : throw Foreign();
    }

    /// <summary>The id that the file was given when it was written, as hexadecimal digits.</summary>
    public ReadOnlySpan<byte> ReadId()
    {
        ReadOnlySpan<byte> head = "/ID[<"u8;

        var trailer = File.Span[TableAt..];
        var at = trailer.IndexOf(head);
        var id = at < 0 ? default : trailer[(at + head.Length)..];
        return id.Length > IdDigits && id[IdDigits] == '>' ? id[..IdDigits] : throw Foreign();
    }

    private static InvalidDataException Foreign() => new("The file is not a certificate that this product wrote.");

    /// <summary>Objects stand one after another, so each ends where the next begins.</summary>
    private static int[] FindEnds(int[] offsets, int tableAt)
    {
        var numbers = Enumerable.Range(1, offsets.Length - 1).OrderBy(number => offsets[number]).ToArray();
        var ends = new int[offsets.Length];
        for (var index = 0; index < numbers.Length; index++)
        {
            ends[numbers[index]] = index + 1 < numbers.Length ? offsets[numbers[index + 1]] : tableAt;
        }

        return numbers.All(number => offsets[number] > 0 && offsets[number] < ends[number]) ? ends : throw Foreign();
    }

    private int ReadTablePosition()
    {
        var bytes = File.Span;
        var tail = bytes[Math.Max(0, bytes.Length - TailLengthMax)..];
        var mark = tail.LastIndexOf("startxref\n"u8);
        if (!bytes.StartsWith("%PDF-1.7\n"u8) || !tail.EndsWith("\n%%EOF\n"u8) || mark < 0)
        {
            throw Foreign();
        }

        var position = bytes.Length - tail.Length + mark + "startxref\n"u8.Length;
        var tableAt = ReadInteger(ref position);
        return tableAt < bytes.Length ? tableAt : throw Foreign();
    }

    private int ReadOriginalTablePosition(int tableAt)
    {
        var bytes = File.Span;
        if (!bytes[tableAt..].StartsWith("xref\n0 "u8) && bytes[tableAt..].IndexOf(PreviousTable) is var previous and >= 0)
        {
            var position = tableAt + previous + PreviousTable.Length;
            tableAt = ReadInteger(ref position);
        }

        return tableAt < bytes.Length && bytes[tableAt..].StartsWith("xref\n0 "u8) ? tableAt : throw Foreign();
    }

    private int ReadInteger(ref int position)
    {
        if (!Utf8Parser.TryParse(File.Span[position..], out int number, out var length) || number < 0)
        {
            throw Foreign();
        }

        position += length;
        return number;
    }
}
