using CmeOrleans.Certificates.Text;
using CmeOrleans.Certificates.Typefaces;
using CmeOrleans.Grains.Certificates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Certificates;

public static class CertificatesServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="ICertificateRenderer"/> and <see cref="INameTypesetting"/>. The pack of credit types
    /// (<see cref="Domain.CreditTypes.CreditTypePack"/>) must be registered by the composition.
    /// </summary>
    public static IServiceCollection AddCertificates(this IServiceCollection services)
    {
        services.AddOptions<CertificateOptions>()
            .BindConfiguration(CertificateOptions.SectionName)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<CertificateOptions>, CertificateOptionsValidator>();
        services.AddSingleton<TypefaceLibrary>();
        services.AddSingleton<Typesetter>();
        services.AddSingleton<INameTypesetting, NameTypesetting>();
        services.AddSingleton<ICertificateRenderer, CertificateRenderer>();
        return services;
    }
}
