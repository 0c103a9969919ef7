using System.Net;
using System.Text;

namespace CmeOrleans.WebApi.Tests.Support;

/// <summary>A body that the server is reading and that does not end before it is told to.</summary>
internal sealed class HeldContent : HttpContent
{
    private readonly TaskCompletionSource _isAskedFor = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> _text = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public HeldContent() => Headers.ContentType = new("application/json");

    /// <summary>Completes once the server asks for the body, which it does when the request has come to its endpoint.</summary>
    public Task IsAskedFor => _isAskedFor.Task;

    /// <summary>A client that sends a body only when the server asks for it.</summary>
    public static HttpClient CreateClient() => new(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) })
    {
        DefaultRequestHeaders = { ExpectContinue = true },
    };

    public void End(string text) => _text.TrySetResult(text);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        _isAskedFor.TrySetResult();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(await _text.Task));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
