using System.Security.Cryptography;
using System.Text;
using CmeOrleans.WebApi.Auth;

namespace CmeOrleans.WebApi.Tests.Auth;

public sealed class ApiKeyTextTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Key_is_taken_apart_into_what_it_was_made_of()
    {
        var (keyId, text, secretHash) = ApiKeyText.Create(Now);

        Assert.True(ApiKeyText.TryParse(text, out var readId, out var readHash));
        Assert.Equal(keyId, readId);
        Assert.Equal(secretHash, readHash);
        Assert.StartsWith("key_", keyId, StringComparison.Ordinal);
        Assert.StartsWith("cme_", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Hash_covers_the_secret_alone()
    {
        var (_, text, secretHash) = ApiKeyText.Create(Now);

        Assert.Equal(SHA256.HashData(Encoding.UTF8.GetBytes(text[37..])), secretHash);
    }

    [Fact]
    public void Truncated_or_extended_key_is_no_key()
    {
        var (_, text, _) = ApiKeyText.Create(Now);

        for (var length = 0; length < text.Length; length++)
        {
            Assert.False(ApiKeyText.TryParse(text[..length], out _, out _));
        }

        Assert.False(ApiKeyText.TryParse(text + "A", out _, out _));
    }
}
