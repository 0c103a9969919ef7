using System.Net;
using System.Net.Sockets;

namespace CmeOrleans.WebApi.Tests.Support;

/// <summary>A client at another address of the loopback, for what is counted per address.</summary>
internal static class OtherAddress
{
    public static HttpClient CreateClient() => new(new SocketsHttpHandler { ConnectCallback = ConnectAsync });

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Bind(new IPEndPoint(IPAddress.Parse("127.0.0.2"), 0));
        await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
