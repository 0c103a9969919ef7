using System.Buffers.Text;

namespace CmeOrleans.Certificates.Pdf;

/// <summary>Copies the body of an object while its references, and its place in the parent tree, move to new numbers.</summary>
/// <remarks>
/// Text strings of ours are hexadecimal, so outside of streams "12 0 R" is always a reference, never part of a name or title.
/// </remarks>
/// <param name="numbers">The new number of each object by its old one.</param>
/// <param name="parentKeyOffset">How far keys of the parent tree move.</param>
internal sealed class PdfRenumbering(int[] numbers, int parentKeyOffset)
{
    public PdfBuffer Copy(ReadOnlySpan<byte> body)
    {
        var target = new PdfBuffer();
        var stream = body.IndexOf(">>\nstream\n"u8);
        CopyObject(stream < 0 ? body : body[..stream], target);
        return stream < 0 ? target : target.Raw(body[stream..]);
    }

    private void CopyObject(ReadOnlySpan<byte> body, PdfBuffer target)
    {
        var position = 0;
        while (position < body.Length)
        {
            var next = body[position..];
            if (TryCopyParentKey(next, "/StructParents "u8, target, out var length)
                || TryCopyParentKey(next, "/StructParent "u8, target, out length)
                || TryCopyReference(body, position, target, out length))
            {
                position += length;
                continue;
            }

            target.Raw(next[..1]);
            position++;
        }
    }

    private bool TryCopyParentKey(ReadOnlySpan<byte> next, ReadOnlySpan<byte> name, PdfBuffer target, out int length)
    {
        length = 0;
        if (!next.StartsWith(name) || !Utf8Parser.TryParse(next[name.Length..], out int key, out var digitsCount))
        {
            return false;
        }

        target.Raw(name).Integer(key + parentKeyOffset);
        length = name.Length + digitsCount;
        return true;
    }

    private bool TryCopyReference(ReadOnlySpan<byte> body, int position, PdfBuffer target, out int length)
    {
        length = 0;
        var isStartOfNumber = IsDigit(body[position]) && (position == 0 || !IsPartOfToken(body[position - 1]));
        if (!isStartOfNumber || !Utf8Parser.TryParse(body[position..], out int number, out var digitsCount))
        {
            return false;
        }

        if (!body[(position + digitsCount)..].StartsWith(" 0 R"u8))
        {
            return false;
        }

        target.Reference(numbers[number]);
        length = digitsCount + " 0 R"u8.Length;
        return true;
    }

    private static bool IsDigit(byte character) => character is >= (byte)'0' and <= (byte)'9';

    private static bool IsPartOfToken(byte character) =>
        IsDigit(character) || character is (byte)'.' or (byte)'-' || char.IsAsciiLetter((char)character);
}
