using CmeOrleans.Domain;

namespace CmeOrleans.Certificates.Pdf;

/// <summary>A PDF file under construction: numbered objects, and at the end the table that finds them.</summary>
/// <remarks>
/// What is written follows only from what is put in: no clock, no random ids. Each object begins on a line of its own, so
/// that the reader of these files, which reads no others, can stay small.
/// </remarks>
internal sealed class PdfFile
{
    private readonly PdfBuffer _buffer = new();
    private readonly List<int> _offsets = [0];

    public PdfFile()
    {
        // The four bytes above 127 tell transfer programs that the file is not text.
        _buffer.Raw("%PDF-1.7\n%"u8).Raw([0xE2, 0xE3, 0xCF, 0xD3]).Raw("\n"u8);
    }

    /// <summary>Takes the next object number; the object itself may be written later.</summary>
    public int Reserve()
    {
        _offsets.Add(0);
        return _offsets.Count - 1;
    }

    public void Write(int objectNumber, ReadOnlySpan<byte> body)
    {
        Begin(objectNumber);
        _buffer.Raw(body).Raw("\nendobj\n"u8);
    }

    public int Add(PdfBuffer body)
    {
        var objectNumber = Reserve();
        Write(objectNumber, body.Written.Span);
        return objectNumber;
    }

    /// <summary>Writes a stream, compressed, with <paramref name="entries"/> in its dictionary beside length and filter.</summary>
    public int AddStream(ReadOnlySpan<byte> entries, ReadOnlySpan<byte> content)
    {
        var objectNumber = Reserve();
        WriteStream(objectNumber, entries, content);
        return objectNumber;
    }

    /// <inheritdoc cref="AddStream"/>
    public void WriteStream(int objectNumber, ReadOnlySpan<byte> entries, ReadOnlySpan<byte> content)
    {
        var packed = Deflate.Compress(content);
        WritePlainStream(objectNumber, [.. "/Filter/FlateDecode"u8, .. entries], packed);
    }

    /// <summary>Writes a stream as it is. Metadata stays readable for programs that know no PDF.</summary>
    public void WritePlainStream(int objectNumber, ReadOnlySpan<byte> entries, ReadOnlySpan<byte> content)
    {
        Begin(objectNumber);
        _buffer.Raw("<</Length "u8).Integer(content.Length).Raw(entries).Raw(">>\nstream\n"u8);
        _buffer.Raw(content).Raw("\nendstream\nendobj\n"u8);
    }

    /// <summary>Writes the table of objects and the trailer. The file's id is made of its bytes.</summary>
    public byte[] Finish()
    {
        var (id, tableAt) = (PdfTrailer.IdOf(_buffer), _buffer.Length);
        _buffer.Raw("xref\n0 "u8).Integer(_offsets.Count).Raw("\n0000000000 65535 f \n"u8);
        foreach (var offset in _offsets.Skip(1))
        {
            Invariant.Require(offset > 0, "Every object number that was taken was written.");
            PdfTrailer.WriteEntry(_buffer, offset);
        }

        _buffer.Raw("trailer\n<<"u8);
        PdfTrailer.Write(_buffer, tableAt, _offsets.Count, id, id);
        return _buffer.Written.ToArray();
    }

    private void Begin(int objectNumber)
    {
        _offsets[objectNumber] = _buffer.Length;
        _buffer.Integer(objectNumber).Raw(" 0 obj\n"u8);
    }
}
