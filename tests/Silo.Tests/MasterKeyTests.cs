using System.Text;
using CmeOrleans.Silo.Secrets;

namespace CmeOrleans.Silo.Tests;

public sealed class MasterKeyTests
{
    [Theory]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==")] // 31 bytes.
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")] // 33 bytes.
    public void Anything_but_32_bytes_in_base64_is_refused(string text) =>
        Assert.Throws<FormatException>(() => MasterKey.Parse(text));

    [Fact]
    public void The_fingerprint_tells_keys_apart_and_does_not_hold_them()
    {
        var text = Encoding.ASCII.GetString(MasterKey.Generate());
        var key = MasterKey.Parse(text);

        Assert.Equal(key.Fingerprint, MasterKey.Parse(text).Fingerprint);
        Assert.NotEqual(key.Fingerprint, MasterKey.Parse(Encoding.ASCII.GetString(MasterKey.Generate())).Fingerprint);
        Assert.DoesNotContain(Convert.ToHexStringLower(key.Bytes), key.Fingerprint, StringComparison.Ordinal);
    }
}
