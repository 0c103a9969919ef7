using System.Net.Sockets;
using System.Text;
using CmeOrleans.WebApi.Tests.Support;

namespace CmeOrleans.WebApi.Tests.Api;

/// <summary>What well-behaved clients do not send, or ask for the head alone: read from the wire.</summary>
public sealed class WireTests(TestNode node)
{
    [Fact]
    public async Task Letters_outside_of_ascii_in_a_header_are_told_by_a_problem_document()
    {
        var answer = await SendAsync($"POST /v1/learners/l/claims HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {TestNode.OperatorKey}\r\nIdempotency-Key: caf\u00e9\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{{}}");

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains("application/problem+json", answer, StringComparison.Ordinal);
        Assert.Contains("/problems/idempotency-key-invalid", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Balancers_may_ask_for_the_head_alone(string path)
    {
        var answer = await SendAsync($"HEAD {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
    }

    private async Task<string> SendAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(node.Address.Host, node.Address.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        using var answer = new StreamReader(stream, Encoding.Latin1);
        return await answer.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
