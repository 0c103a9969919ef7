using System.Net;
using System.Net.Sockets;

namespace CmeOrleans.System.Tests.Support;

/// <summary>For those who must know a port before anything listens there.</summary>
internal static class FreePort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
