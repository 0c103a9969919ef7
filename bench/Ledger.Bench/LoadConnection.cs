using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CmeOrleans.Ledger.Bench;

/// <summary>One keep-alive HTTP/1.1 connection that sends a request and waits for its answer, as cheaply as can be: the load shares the processors with what it measures.</summary>
internal sealed class LoadConnection(ServerProcess server) : IDisposable
{
    private const int BufferBytes = 256 * 1024;

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _sent = new byte[BufferBytes];
    private readonly byte[] _received = new byte[BufferBytes];

    public Task ConnectAsync() => _socket.ConnectAsync(IPAddress.Loopback, server.Port);

    /// <summary>Sends a POST and reads the whole answer.</summary>
    /// <returns>The status and the answer's body, which lives until the next call.</returns>
    public async Task<(int Status, ReadOnlyMemory<byte> Body)> PostAsync(string path, string? key, string body)
    {
        var keyLine = key is null ? "" : $"Idempotency-Key: {key}\r\n";
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {server.Key}\r\n{keyLine}Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n");
        var length = Encoding.ASCII.GetBytes(head, _sent);
        length += Encoding.ASCII.GetBytes(body, _sent.AsSpan(length));
        for (var sent = 0; sent < length;)
        {
            sent += await _socket.SendAsync(_sent.AsMemory(sent, length - sent));
        }

        return await ReadAsync();
    }

    public void Dispose() => _socket.Dispose();

    private async Task<(int Status, ReadOnlyMemory<byte> Body)> ReadAsync()
    {
        var length = 0;
        var headLength = -1;
        while (true)
        {
            var count = await _socket.ReceiveAsync(_received.AsMemory(length));
            if (count == 0)
            {
                throw new IOException("The server closed the connection.");
            }

            length += count;
            if (headLength < 0 && _received.AsSpan(0, length).IndexOf("\r\n\r\n"u8) is var end and >= 0)
            {
                headLength = end + 4;
            }

            if (headLength >= 0 && IsWhole(headLength, length))
            {
                return (Status(), _received.AsMemory(headLength, length - headLength));
            }
        }
    }

    private int Status() => int.Parse(Encoding.ASCII.GetString(_received, 9, 3), CultureInfo.InvariantCulture);

    private bool IsWhole(int headLength, int length)
    {
        var head = _received.AsSpan(0, headLength);
        var name = head.IndexOf("\r\nContent-Length: "u8);
        if (name < 0)
        {
            return _received.AsSpan(0, length).EndsWith("0\r\n\r\n"u8);
        }

        var value = head[(name + 18)..];
        value = value[..value.IndexOf((byte)'\r')];
        return length >= headLength + int.Parse(value, CultureInfo.InvariantCulture);
    }
}
