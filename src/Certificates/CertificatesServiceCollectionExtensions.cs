using CmeOrleans.Certificates.Text;
using CmeOrleans.Certificates.Transcripts;
using CmeOrleans.Certificates.Typefaces;
using CmeOrleans.Grains.Certificates;
using CmeOrleans.Grains.Transcripts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Certificates;

public static class CertificatesServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="ICertificateRenderer"/>, <see cref="ITranscriptRenderer"/> and <see cref="INameTypesetting"/>. The pack of credit types
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
        services.AddSingleton<ITranscriptRenderer, TranscriptRenderer>();
        return services;
    }
}
