using System.Buffers;
using System.Text;
using System.Text.Json;
using CmeOrleans.WebApi.Json;

namespace CmeOrleans.WebApi.Tests.Json;

public sealed class CreditsConverterTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("2", 200)]
    [InlineData("1.5", 150)]
    [InlineData("1.50", 150)]
    [InlineData("0.01", 1)]
    [InlineData("-1", -100)]
    [InlineData("-0.25", -25)]
    [InlineData("999999999999.99", 99_999_999_999_999)]
    public void Number_with_at_most_two_decimals_is_read_exactly(string json, long hundredths) =>
        Assert.Equal(hundredths, Read(json).Hundredths);

    [Theory]
    [InlineData("0.001")]
    [InlineData("1.500")]
    [InlineData("1e0")]
    [InlineData("1E2")]
    [InlineData("1e308")]
    [InlineData("1000000000000")]
    [InlineData("9223372036854775808")]
    [InlineData("\"1\"")]
    [InlineData("true")]
    [InlineData("[]")]
    public void Anything_else_is_refused(string json) => Assert.Throws<FieldException>(() => Read(json));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(200, "2")]
    [InlineData(150, "1.5")]
    [InlineData(125, "1.25")]
    [InlineData(1, "0.01")]
    [InlineData(-25, "-0.25")]
    [InlineData(long.MaxValue, "92233720368547758.07")]
    [InlineData(long.MinValue, "-92233720368547758.08")]
    public void Amount_is_written_without_needless_zeros(long hundredths, string json) =>
        Assert.Equal(json, JsonSerializer.Serialize(new Credits(hundredths), ApiJson.InfoOf<Credits>()));

    [Fact]
    public void Number_in_two_pieces_is_read_like_one()
    {
        var first = new Segment("12."u8.ToArray(), 0);
        var last = first.Append("25"u8.ToArray());
        var reader = new Utf8JsonReader(new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length));

        Assert.Equal(new Credits(1225), JsonSerializer.Deserialize(ref reader, ApiJson.InfoOf<Credits>()));
    }

    private static Credits Read(string json) => JsonSerializer.Deserialize(Encoding.UTF8.GetBytes(json), ApiJson.InfoOf<Credits>());

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(byte[] bytes, long start) => (Memory, RunningIndex) = (bytes, start);

        public Segment Append(byte[] bytes)
        {
            var next = new Segment(bytes, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
