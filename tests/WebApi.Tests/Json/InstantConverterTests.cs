using System.Text.Json;
using CmeOrleans.WebApi.Json;

namespace CmeOrleans.WebApi.Tests.Json;

public sealed class InstantConverterTests
{
    [Theory]
    [InlineData("2026-11-22T10:00:00Z", "2026-11-22T10:00:00Z")]
    [InlineData("2026-11-22T10:00:00.5Z", "2026-11-22T10:00:00.5Z")]
    [InlineData("2026-11-22T10:00:00.1234567Z", "2026-11-22T10:00:00.1234567Z")]
    [InlineData("2026-11-22T10:00:00.123456789Z", "2026-11-22T10:00:00.1234567Z")]
    [InlineData("2026-11-22t10:00:00z", "2026-11-22T10:00:00Z")]
    [InlineData("2026-11-22T10:00:00+02:00", "2026-11-22T08:00:00Z")]
    [InlineData("2026-11-22T10:00:00-06:00", "2026-11-22T16:00:00Z")]
    [InlineData("1900-01-01T00:00:00Z", "1900-01-01T00:00:00Z")]
    [InlineData("2200-12-31T23:59:59Z", "2200-12-31T23:59:59Z")]
    public void Instant_is_read_with_any_offset_and_written_in_utc(string text, string written)
    {
        Assert.True(InstantConverter.TryParse(text, out var instant));
        Assert.Equal(written, JsonSerializer.Serialize(instant, ApiJson.Options).Trim('"'));
    }

    [Theory]
    [InlineData("2026-11-22T10:00:00")]
    [InlineData("2026-11-22")]
    [InlineData("2026-11-22 10:00:00Z")]
    [InlineData("2026-02-29T10:00:00Z")]
    [InlineData("2026-11-22T24:00:00Z")]
    [InlineData("2026-11-22T10:00:00.Z")]
    [InlineData("2026-11-22T10:00:00,5Z")]
    [InlineData("2026-11-22T10:00:00.5")]
    [InlineData("2026-11-22T10:00:60Z")]
    [InlineData("2026-11-22T10:00:00+0200")]
    [InlineData("2026-11-22T10:00:00Z\n")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("1899-12-31T23:59:59Z")]
    [InlineData("2201-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_refused(string? text) => Assert.False(InstantConverter.TryParse(text, out _));
}
