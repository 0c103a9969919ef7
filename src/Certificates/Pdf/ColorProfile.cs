using System.Buffers.Binary;
using System.Text;

namespace CmeOrleans.Certificates.Pdf;

/// <summary>
/// An ICC profile (version 2) that says what our red, green and blue mean: the primaries of sRGB, adapted to the white of
/// the profile connection space, and a gamma of 2.2. PDF/A asks for one in each file.
/// </summary>
internal static class ColorProfile
{
    private const int HeaderLength = 128;
    private const int TagRecordLength = 12;

    public static byte[] Create()
    {
        var curve = Curve();
        (string Name, byte[] Data)[] tags =
        [
            ("desc", Description("sRGB primaries, gamma 2.2")),
            ("cprt", Ascii("text", "No copyright, use freely\0")),
            ("wtpt", Xyz(0.96420, 1.00000, 0.82491)),
            ("rXYZ", Xyz(0.43607, 0.22249, 0.01392)),
            ("gXYZ", Xyz(0.38515, 0.71687, 0.09708)),
            ("bXYZ", Xyz(0.14307, 0.06061, 0.71410)),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve),
        ];

        var start = HeaderLength + 4 + (TagRecordLength * tags.Length);
        var profile = new byte[start + tags.Sum(tag => Aligned(tag.Data.Length))];
        WriteHeader(profile);
        BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(HeaderLength), tags.Length);
        var position = start;
        for (var index = 0; index < tags.Length; index++)
        {
            var record = profile.AsSpan(HeaderLength + 4 + (index * TagRecordLength), TagRecordLength);
            Encoding.ASCII.GetBytes(tags[index].Name, record);
            BinaryPrimitives.WriteInt32BigEndian(record[4..], position);
            BinaryPrimitives.WriteInt32BigEndian(record[8..], tags[index].Data.Length);
            tags[index].Data.CopyTo(profile, position);
            position += Aligned(tags[index].Data.Length);
        }

        return profile;
    }

    private static void WriteHeader(Span<byte> profile)
    {
        BinaryPrimitives.WriteInt32BigEndian(profile, profile.Length);
        BinaryPrimitives.WriteInt32BigEndian(profile[8..], 0x02100000); // version 2.1
        Encoding.ASCII.GetBytes("mntrRGB XYZ ", profile[12..]);

        // The day on which the profile was put together; fixed, as everything in a certificate.
        ReadOnlySpan<short> date = [2026, 1, 1, 0, 0, 0];
        for (var part = 0; part < date.Length; part++)
        {
            BinaryPrimitives.WriteInt16BigEndian(profile[(24 + (part * 2))..], date[part]);
        }

        Encoding.ASCII.GetBytes("acsp", profile[36..]);
        Xyz(0.96420, 1.00000, 0.82491).AsSpan(8).CopyTo(profile[68..]);
    }

    private static byte[] Xyz(double x, double y, double z)
    {
        var data = new byte[20];
        Encoding.ASCII.GetBytes("XYZ ", data);
        ReadOnlySpan<double> parts = [x, y, z];
        for (var part = 0; part < parts.Length; part++)
        {
            BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8 + (part * 4)), (int)Math.Round(parts[part] * 65_536));
        }

        return data;
    }

    private static byte[] Curve()
    {
        const short gamma = 0x0233; // 2.2 with eight bits after the point

        var data = new byte[14];
        Encoding.ASCII.GetBytes("curv", data);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), 1);
        BinaryPrimitives.WriteInt16BigEndian(data.AsSpan(12), gamma);
        return data;
    }

    private static byte[] Description(string text)
    {
        // The tail is an empty Unicode name (8 bytes) and an empty Macintosh name (70 bytes).
        var data = new byte[12 + text.Length + 1 + 8 + 70];
        Encoding.ASCII.GetBytes("desc", data);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), text.Length + 1);
        Encoding.ASCII.GetBytes(text, data.AsSpan(12));
        return data;
    }

    private static byte[] Ascii(string type, string text)
    {
        var data = new byte[8 + text.Length];
        Encoding.ASCII.GetBytes(type, data);
        Encoding.ASCII.GetBytes(text, data.AsSpan(8));
        return data;
    }

    private static int Aligned(int length) => (length + 3) / 4 * 4;
}
