using System.Buffers.Text;
using System.Text;

namespace CmeOrleans.Certificates.Pdf;

/// <summary>Bytes of a PDF under construction. Numbers are written without regard to culture.</summary>
internal sealed class PdfBuffer
{
    private const int NumberLengthMax = 24;
    private const int CapacityInitial = 1_024;

    private byte[] _bytes = new byte[CapacityInitial];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    public PdfBuffer Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        Length += bytes.Length;
        return this;
    }

    public PdfBuffer Integer(long number)
    {
        Utf8Formatter.TryFormat(number, Reserve(NumberLengthMax), out var written);
        Length += written;
        return this;
    }

    /// <summary>A coordinate or length, rounded to hundredths: far below what any printer resolves.</summary>
    public PdfBuffer Number(double number)
    {
        var hundredths = (long)Math.Round(number * 100, MidpointRounding.AwayFromZero);
        if (hundredths < 0)
        {
            Raw("-"u8);
            hundredths = -hundredths;
        }

        Integer(hundredths / 100);
        var fraction = (int)(hundredths % 100);
        if (fraction == 0)
        {
            return this;
        }

        Span<byte> digits = [(byte)'.', (byte)('0' + (fraction / 10)), (byte)('0' + (fraction % 10))];
        return Raw(fraction % 10 == 0 ? digits[..2] : digits);
    }

    public PdfBuffer Reference(int objectNumber) => Integer(objectNumber).Raw(" 0 R"u8);

    /// <summary>A name or keyword of ours, ASCII without delimiters.</summary>
    public PdfBuffer Ascii(string text)
    {
        Length += Encoding.ASCII.GetBytes(text, Reserve(text.Length));
        return this;
    }

    /// <summary>
    /// A text string: UTF-16 in hexadecimal digits. No character of a name, title or address can thus end the string,
    /// open another object or look like one.
    /// </summary>
    public PdfBuffer Text(string text)
    {
        Raw("<FEFF"u8);
        foreach (var unit in text)
        {
            Hex(unit);
        }

        return Raw(">"u8);
    }

    /// <summary>A byte string in hexadecimal digits.</summary>
    public PdfBuffer HexString(ReadOnlySpan<byte> bytes) => Raw("<"u8).Ascii(Convert.ToHexString(bytes)).Raw(">"u8);

    /// <summary>Sixteen bits as four hexadecimal digits.</summary>
    public PdfBuffer Hex(int unit)
    {
        var digits = "0123456789ABCDEF"u8;
        var target = Reserve(4);
        target[0] = digits[(unit >> 12) & 15];
        target[1] = digits[(unit >> 8) & 15];
        target[2] = digits[(unit >> 4) & 15];
        target[3] = digits[unit & 15];
        Length += 4;
        return this;
    }

    private Span<byte> Reserve(int length)
    {
        if (_bytes.Length - Length < length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + length));
        }

        return _bytes.AsSpan(Length);
    }
}
