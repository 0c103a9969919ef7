using CmeOrleans.Certificates;
using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Domain.Requirements;
using CmeOrleans.Silo.Billing;
using CmeOrleans.Silo.Checkpoints;
using CmeOrleans.Silo.Codes;
using CmeOrleans.Silo.Health;
using CmeOrleans.Silo.Identity;
using CmeOrleans.Silo.Mail;
using CmeOrleans.Silo.Management;
using CmeOrleans.Silo.Rehearsals;
using CmeOrleans.Silo.Secrets;
using CmeOrleans.Silo.Settings;
using CmeOrleans.Silo.Shutdown;
using CmeOrleans.Silo.Signing;
using CmeOrleans.Silo.Telemetry;
using CmeOrleans.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Silo;

/// <summary>Puts a node together.</summary>
public static class SiloRegistration
{
    /// <summary>
    /// Adds everything that a node is made of, except what it shows to the public. Hosted services start in the order in
    /// which they stand here and stop in reverse: the store first and last.
    /// </summary>
    public static IHostApplicationBuilder AddSilo(this IHostApplicationBuilder builder)
    {
        builder.AddSiloCore();
        builder.AddActorRuntime();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<PaperSigner>());
        builder.Services.AddHostedService<NodeOpening>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<CheckpointWatch>());
        builder.Services.AddHostedService<StandingWork>();
        builder.Services.AddHostedService<Rehearsal>();
        builder.Services.AddHostedService<MailDelivery>();
        builder.Services.AddManagement();
        builder.Services.AddShutdown();
        return builder;
    }

    /// <summary>Adds the store, the keys and the rule packs: what a command such as a check of the ledgers needs.</summary>
    public static IHostApplicationBuilder AddSiloCore(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSettings<NodeOptions, NodeOptionsValidator>(NodeOptions.SectionName);
        services.AddSettings<CheckpointOptions, CheckpointOptionsValidator>(CheckpointOptions.SectionName);
        services.AddSettings<HealthOptions, HealthOptionsValidator>(HealthOptions.SectionName);
        services.AddTelemetry();
        services.AddStorage(builder.Configuration);
        services.AddSecrets();
        services.AddCertificates();
        services.AddSingleton<IQrCodes, QrCodes>();
        services.AddGrainServices();
        services.AddMail();
        services.AddBilling();
        services.AddSingleton(_ => CreditTypePack.Parse(ReadPack("credit-types.json")));
        services.AddSingleton(provider => RequirementPack.Parse(ReadPack("requirements.json"), provider.GetRequiredService<CreditTypePack>()));
        services.AddSingleton<NodeState>();
        services.AddSingleton<NodeHealth>();
        services.AddSingleton<StoreIdentityGuard>();
        services.AddSingleton<CheckpointWatch>();
        return builder;
    }

    private static byte[] ReadPack(string fileName) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "data", fileName));

    private static void AddTelemetry(this IServiceCollection services)
    {
        services.AddSettings<TelemetryOptions, TelemetryOptionsValidator>(TelemetryOptions.SectionName);
        services.AddSingleton<MetricsScraper>();
        services.AddHostedService<TelemetryService>();
    }

    private static void AddManagement(this IServiceCollection services)
    {
        services.AddOptions<ManagementOptions>().BindConfiguration(ManagementOptions.SectionName);
        services.AddHostedService<ManagementServer>();
    }

    private static void AddShutdown(this IServiceCollection services)
    {
        services.AddSettings<ShutdownOptions, ShutdownOptionsValidator>(ShutdownOptions.SectionName);
        services.AddHostedService<Drain>();
        services.AddOptions<HostOptions>().Configure<IOptions<ShutdownOptions>>((host, shutdown) =>
            host.ShutdownTimeout = TimeSpan.FromSeconds(shutdown.Value.DelaySeconds + shutdown.Value.TimeoutSeconds));
    }
}
