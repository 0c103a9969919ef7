using System.Net;
using CmeOrleans.WebApi.Auth;

namespace CmeOrleans.WebApi.Tests.Auth;

public sealed class ClientNetworkTests
{
    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    [InlineData("2001:db8:1:2::", "2001:db8:1:2::")]
    public void Ipv6_counts_by_its_first_half(string address, string network) =>
        Assert.Equal(IPAddress.Parse(network), ClientNetwork.Of(IPAddress.Parse(address)));

    [Fact]
    public void Clients_without_an_address_count_as_one() => Assert.Equal(IPAddress.None, ClientNetwork.Of(address: null));
}
