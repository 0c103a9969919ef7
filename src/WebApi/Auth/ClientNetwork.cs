using System.Net;
using System.Net.Sockets;

namespace CmeOrleans.WebApi.Auth;

/// <summary>Who counts as one where anonymous clients are counted: an address of IPv4, a /64 of IPv6.</summary>
/// <remarks>The address is that of the connection; headers that claim another are not believed.</remarks>
internal static class ClientNetwork
{
    private const int Ipv6NetworkBytes = 8;

    public static IPAddress Of(HttpContext context) => Of(context.Connection.RemoteIpAddress);

    // A home or host has a /64 of its own in IPv6, so single addresses there would count for nothing.
    public static IPAddress Of(IPAddress? address)
    {
        if (address is null)
        {
            return IPAddress.None;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily is not AddressFamily.InterNetworkV6)
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(Ipv6NetworkBytes).Clear();
        return new(bytes);
    }
}
