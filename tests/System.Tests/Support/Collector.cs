using System.Collections.Concurrent;
using System.Net;
using CmeOrleans.ThrowawayPostgres;

namespace CmeOrleans.System.Tests.Support;

/// <summary>Takes what a node sends by OTLP over HTTP, and keeps it as it came.</summary>
public sealed class Collector : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(string Path, string? ContentType, byte[] Body)> _received = [];
    private readonly List<HttpListenerContext> _unanswered = [];
    private readonly bool _answers;

    /// <param name="answers">Whether senders get an answer; else they wait for one.</param>
    public Collector(bool answers = true)
    {
        _answers = answers;
        Address = new($"http://127.0.0.1:{FreePort.Find()}/");
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _ = TakeAsync();
    }

    public Uri Address { get; }

    public IReadOnlyList<(string Path, string? ContentType, byte[] Body)> Received => [.. _received];

    public void Dispose() => _listener.Close();

    private async Task TakeAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                _received.Enqueue((context.Request.Url!.AbsolutePath, context.Request.ContentType, body.ToArray()));
                if (_answers)
                {
                    context.Response.Close();
                }
                else
                {
                    _unanswered.Add(context);
                }
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
