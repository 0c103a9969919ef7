using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Limits;

/// <summary>What a client can make the server hold before it knows who asks, on both sides of each bound.</summary>
public sealed class HeaderLimitTests(TestNode node)
{
    private const string Path = "/health/live";
    private const int LineBytesMax = 8 * 1024;
    private const int HeadersCountMax = 64;
    private const int HeadersBytesMax = 16 * 1024;

    // The client of these tests sends Host, and nothing else on its own.
    private const int OwnHeadersCount = 1;

    [Theory]
    [InlineData(LineBytesMax, 200)]
    [InlineData(LineBytesMax + 1, 414)]
    public async Task First_line_has_at_most_so_many_bytes(int bytes, int status)
    {
        var query = "?x=".PadRight(bytes - "GET ".Length - Path.Length - " HTTP/1.1\r\n".Length, 'x');

        Assert.Equal(status, (await node.As("").GetAsync(Path + query)).Status);
    }

    [Theory]
    [InlineData(HeadersCountMax, 200)]
    [InlineData(HeadersCountMax + 1, 431)]
    public async Task There_are_at_most_so_many_headers(int count, int status)
    {
        var headers = Enumerable.Range(1, count - OwnHeadersCount).Select(number => ($"X-{number}", "x")).ToArray();

        Assert.Equal(status, (await node.As("").GetAsync(Path, headers)).Status);
    }

    [Theory]
    [InlineData(HeadersBytesMax, 200)]
    [InlineData(HeadersBytesMax + 1, 431)]
    public async Task Headers_have_at_most_so_many_bytes(int bytes, int status)
    {
        var bytesOfOthers = $"Host: {node.Address.Authority}\r\n".Length + "X: \r\n".Length;

        Assert.Equal(status, (await node.As("").GetAsync(Path, ("X", new string('x', bytes - bytesOfOthers)))).Status);
    }
}
