using System.Xml.Linq;
using CmeOrleans.Grains.Interfaces.Accounts;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace CmeOrleans.WebApi.Accounts.Keys;

/// <summary>Keeps the keys of cookies, forms and links in the store, so that every node knows them.</summary>
/// <remarks>
/// The interface is synchronous, hence the waiting. It happens when the ring is first used and about once a day; grains run
/// on threads of their own, so nothing waits for itself.
/// </remarks>
internal sealed class KeyRingRepository(IGrainFactory grains) : IXmlRepository
{
    private IKeyRingGrain Ring => grains.GetGrain<IKeyRingGrain>(IKeyRingGrain.Key);

    public IReadOnlyCollection<XElement> GetAllElements() => [.. Ring.ListAsync().GetAwaiter().GetResult().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) =>
        Ring.AddAsync(element.ToString(SaveOptions.DisableFormatting)).GetAwaiter().GetResult();
}
