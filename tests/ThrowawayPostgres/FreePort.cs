using System.Net;
using System.Net.Sockets;

namespace CmeOrleans.ThrowawayPostgres;

/// <summary>For those who must know a port before anything listens there.</summary>
public static class FreePort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
