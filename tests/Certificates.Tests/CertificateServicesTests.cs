using CmeOrleans.Grains.Certificates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Certificates.Tests;

public sealed class CertificateServicesTests
{
    [Fact]
    public void Composition_gives_a_renderer_and_a_check_of_names()
    {
        using var services = Compose("A4");

        var pdf = services.GetRequiredService<ICertificateRenderer>().Render(CertificateSamples.Content());

        Assert.StartsWith("841.89", PdfTools.Information(pdf)["Page size"], StringComparison.Ordinal);
        Assert.True(services.GetRequiredService<INameTypesetting>().CanSet("Ada Okafor", out _));
    }

    [Fact]
    public void Paper_that_does_not_exist_stops_the_start()
    {
        using var services = Compose("7");

        Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<CertificateOptions>>().Value);
    }

    private static ServiceProvider Compose(string paper)
    {
        var settings = new Dictionary<string, string?> { ["Certificates:Paper"] = paper };
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddSingleton(CertificateSamples.CreditTypes)
            .AddCertificates()
            .BuildServiceProvider();
    }
}
