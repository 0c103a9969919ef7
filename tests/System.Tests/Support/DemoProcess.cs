namespace CmeOrleans.System.Tests.Support;

/// <summary>A demo that has written its data.</summary>
internal sealed class DemoProcess : IAsyncDisposable
{
    private readonly NodeProcess _node;

    private DemoProcess(NodeProcess node)
    {
        _node = node;
        var key = Output.Split('\n').Single(line => line.Contains("Operator key", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[2];
        Client = new() { BaseAddress = node.Client.BaseAddress };
        Client.DefaultRequestHeaders.Authorization = new("Bearer", key);
    }

    /// <summary>Speaks to the demo with the key that it printed.</summary>
    public HttpClient Client { get; }

    public string Output => _node.Output;

    public static async Task<DemoProcess> StartAsync(Installation installation)
    {
        var node = NodeProcess.Launch(installation, changes: null, "demo");
        try
        {
            await node.WaitUntilListeningAsync();
            await Eventually.SucceedsAsync(() => Task.FromResult(node.Output.Contains("Ctrl+C ends it", StringComparison.Ordinal)));
            return new(node);
        }
        catch (Exception exception)
        {
            await node.DisposeAsync();
            throw new InvalidOperationException($"The demo does not start:\n{node.Output}", exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _node.DisposeAsync();
    }
}
