using System.Net;
using System.Net.Sockets;

namespace CmeOrleans.Storage.Tests.Postgres;

/// <summary>A TCP proxy in front of PostgreSQL that loses answers or falls silent when told.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private const int BufferBytes = 1 << 16;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly int _serverPort;
    private readonly Task _accepting;
    private readonly Lock _gate = new();
    private TaskCompletionSource _passing = Completed();
    private int _answersToLose;

    public CuttingProxy(int serverPort)
    {
        _serverPort = serverPort;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>How many answers were lost so far.</summary>
    public int AnswersLost { get; private set; }

    /// <summary>The next answer of the server ends its connection instead of reaching the client.</summary>
    public void LoseNextAnswer() => Interlocked.Exchange(ref _answersToLose, 1);

    /// <summary>From now on nothing passes in either direction, and no connection is closed: a cut cable.</summary>
    public void FallSilent()
    {
        lock (_gate)
        {
            _passing = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public void Resume() => _passing.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Resume();
        await _stopping.CancelAsync();
        await _accepting;
        _listener.Stop();
        _stopping.Dispose();
    }

    private static TaskCompletionSource Completed()
    {
        var completed = new TaskCompletionSource();
        completed.SetResult();
        return completed;
    }

    private async Task AcceptAsync()
    {
        List<Task> connections = [];
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
                connections.Add(ServeAsync(client));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        using (var server = new TcpClient())
        using (var ending = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token))
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _serverPort, ending.Token);
                client.NoDelay = server.NoDelay = true;
                var toServer = PumpAsync(client.GetStream(), server.GetStream(), isAnswer: false, ending);
                var toClient = PumpAsync(server.GetStream(), client.GetStream(), isAnswer: true, ending);
                await Task.WhenAny(toServer, toClient);
                await ending.CancelAsync();
                await Task.WhenAll(toServer, toClient);
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException)
            {
                // One of the two ends is gone; so is the connection.
            }
        }
    }

    private async Task PumpAsync(NetworkStream from, NetworkStream to, bool isAnswer, CancellationTokenSource ending)
    {
        var buffer = new byte[BufferBytes];
        while (await from.ReadAsync(buffer, ending.Token) is var length and > 0)
        {
            await _passing.Task.WaitAsync(ending.Token);
            if (isAnswer && Interlocked.Exchange(ref _answersToLose, 0) == 1)
            {
                AnswersLost++;
                return;
            }

            await to.WriteAsync(buffer.AsMemory(0, length), ending.Token);
        }
    }
}
