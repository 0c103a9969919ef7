using CmeOrleans.Grains.Interfaces.Accounts;
using CmeOrleans.WebApi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace CmeOrleans.WebApi.Tests.Accounts;

/// <summary>The keys of cookies, forms and links: in the store, where all nodes find them, and sealed there.</summary>
public sealed class KeyRingTests(TestNode node)
{
    [Fact]
    public async Task Keys_are_stored_sealed()
    {
        await Person.SignedInAsync(node);

        var elements = await node.Application.Services.GetRequiredService<IGrainFactory>().GetGrain<IKeyRingGrain>(IKeyRingGrain.Key).ListAsync();

        Assert.NotEmpty(elements);
        Assert.All(elements, element =>
        {
            Assert.Contains("NodeSealXmlDecryptor", element, StringComparison.Ordinal);
            Assert.DoesNotContain("<value>", element, StringComparison.Ordinal);
        });
    }
}
