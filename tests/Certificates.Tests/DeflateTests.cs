using System.IO.Compression;
using System.Text;
using CmeOrleans.Certificates.Pdf;

namespace CmeOrleans.Certificates.Tests;

/// <summary>Packed bytes come out as they went in. The unpacker is the runtime's, which shares no code with ours.</summary>
public sealed class DeflateTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(257)]
    [InlineData(258)]
    [InlineData(259)]
    [InlineData(32_768)]
    [InlineData(100_000)]
    public void One_byte_repeated_comes_out_again(int length) => RequireRoundTrip(new byte[length]);

    /// <summary>Goal: every length and distance code, and literals of either width. Method: seeded noise of growing alphabets.</summary>
    [Fact]
    public void Noise_of_every_alphabet_comes_out_again()
    {
        var random = new Random(20_261_122);
        for (var alphabet = 1; alphabet <= 256; alphabet += 5)
        {
            var content = new byte[random.Next(1, 80_000)];
            for (var index = 0; index < content.Length; index++)
            {
                content[index] = (byte)(255 - random.Next(alphabet));
            }

            RequireRoundTrip(content);
        }
    }

    [Theory]
    [InlineData(32_767)]
    [InlineData(32_768)]
    [InlineData(32_769)]
    public void Repetition_at_the_edge_of_the_window_comes_out_again(int distance)
    {
        var content = new byte[distance + 300];
        new Random(7).NextBytes(content.AsSpan(0, 300));
        content.AsSpan(0, 300).CopyTo(content.AsSpan(distance));

        RequireRoundTrip(content);
    }

    [Fact]
    public void Text_that_repeats_itself_becomes_much_smaller()
    {
        var content = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 2_000).Select(number => $"{number} 0 0 1 rg BT <0012> Tj ET\n")));

        Assert.InRange(Deflate.Compress(content).Length, 1, content.Length / 4);
        RequireRoundTrip(content);
    }

    private static void RequireRoundTrip(byte[] content)
    {
        using var stream = new ZLibStream(new MemoryStream(Deflate.Compress(content)), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        stream.CopyTo(unpacked);
        Assert.Equal(content, unpacked.ToArray());
    }
}
