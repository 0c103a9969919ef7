using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Runtime;
using Orleans.Streams;
using Orleans.Timers;

namespace Orleans.Hosting;

/// <summary>Registers the in-process actor runtime.</summary>
public static class InProcessActorsServiceCollectionExtensions
{
    /// <summary>
    /// Adds the runtime to a host, which starts and stops it. Grains take their dependencies from the same services;
    /// <see cref="IGrainFactory"/> and <see cref="IClusterClient"/> are there for everyone. The clock of timers, reminders
    /// and timeouts is the <see cref="TimeProvider"/> among the services, or the system's.
    /// </summary>
    public static IServiceCollection AddInProcessActors(this IServiceCollection services, Action<InProcessActorOptions> configure)
    {
        services.AddLogging();
        services.AddMetrics();
        services.AddOptions<InProcessActorOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<InProcessActorOptions>, InProcessActorOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);

        services.TryAddSingleton<GrainClassMap>();
        services.TryAddSingleton<RuntimeMetrics>();
        services.TryAddSingleton<CallClock>();
        services.TryAddSingleton<DeadlineWatch>();
        services.TryAddSingleton(provider => new ActivationEnvironment(
            provider.GetRequiredService<IOptions<InProcessActorOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<CallClock>(),
            provider.GetRequiredService<DeadlineWatch>(),
            provider.GetRequiredService<RuntimeMetrics>(),
            provider.GetRequiredService<ILogger<Activation>>(),
            provider));
        services.TryAddSingleton<Catalog>();
        services.TryAddSingleton<GrainDispatcher>();
        services.TryAddSingleton<IdleCollector>();
        services.TryAddSingleton<GrainFactory>();
        services.TryAddSingleton<IGrainFactory>(provider => provider.GetRequiredService<GrainFactory>());
        services.TryAddSingleton<IClusterClient>(provider => provider.GetRequiredService<GrainFactory>());
        services.TryAddSingleton<ITimerRegistry, TimerRegistry>();
        services.TryAddSingleton<IGrainContextAccessor, GrainContextAccessor>();
        services.TryAddScoped(provider => provider.GetRequiredService<IGrainContextAccessor>().GrainContext);
        services.TryAddSingleton<IReminderTable, InMemoryReminderTable>();
        services.TryAddSingleton<LocalReminderService>();
        services.TryAddSingleton<IReminderRegistry>(provider => provider.GetRequiredService<LocalReminderService>());
        services.AddHostedService<InProcessActorService>();
        return services;
    }

    /// <summary>Adds streams in memory, found under <paramref name="name"/> by grains and clients.</summary>
    public static IServiceCollection AddInProcessStreams(this IServiceCollection services, string name) =>
        services.AddKeyedSingleton<IStreamProvider>(
            name, (provider, _) => ActivatorUtilities.CreateInstance<InProcessStreamProvider>(provider, name));
}
