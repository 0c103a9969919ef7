using CmeOrleans.Silo.Secrets;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace CmeOrleans.WebApi.Accounts.Keys;

/// <summary>Registers the keys that protect cookies, forms and links.</summary>
internal static class KeysRegistration
{
    // Part of every protected thing: another name would end all sessions.
    private const string ApplicationName = "cme-orleans";

    public static IServiceCollection AddPageKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName(ApplicationName);
        services.AddOptions<KeyManagementOptions>().Configure<IGrainFactory, INodeSeal>(static (keys, grains, seal) =>
        {
            keys.XmlRepository = new KeyRingRepository(grains);
            keys.XmlEncryptor = new NodeSealXmlEncryptor(seal);
        });

        // It would load the keys while the host starts, before the store is open; the first page that needs them does.
        services.RemoveAll(static service =>
            service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Assembly == typeof(KeyManagementOptions).Assembly);
        return services;
    }

    private static void RemoveAll(this IServiceCollection services, Predicate<ServiceDescriptor> isUnwanted)
    {
        foreach (var service in services.Where(service => !service.IsKeyedService && isUnwanted(service)).ToList())
        {
            services.Remove(service);
        }
    }
}
