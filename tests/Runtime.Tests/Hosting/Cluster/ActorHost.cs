using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Reminders;
using Orleans.Storage;
using Orleans.TestingHost;

namespace CmeOrleans.Runtime.Tests;

/// <summary>A cluster of one silo with the grains of these tests on Orleans.</summary>
internal sealed class ActorHost : IAsyncDisposable
{
    public const string StorageName = "memory";
    public const string StreamsName = "streams";

    private readonly InProcessTestCluster _cluster;

    private ActorHost(InProcessTestCluster cluster, ActorHostSettings settings)
    {
        _cluster = cluster;
        Stage = cluster.Silos[0].ServiceProvider.GetRequiredService<Stage>();
        Time = settings.Time;
    }

    public IGrainFactory Grains => _cluster.Client;

    public IClusterClient Client => _cluster.Client;

    public Stage Stage { get; }

    public ManualTimeProvider Time { get; }

    public static async Task<ActorHost> StartAsync(ActorHostSettings? settings = null)
    {
        settings ??= new();
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton<TimeProvider>(settings.Time);
            silo.Services.UseTimeProviderForBackgroundAreas(TimeProvider.System);
            silo.Services.AddKeyedSingleton<TimeProvider>(TimeProviderNames.Messaging, settings.Time);
            silo.Services.AddKeyedSingleton<TimeProvider>(ReminderTimeProviderNames.Reminders, settings.Time);
            silo.Services.AddSingleton<Stage>();
            silo.Services.AddScoped<ScopedProbe>();
            silo.AddReminders();
            silo.Services.AddSingleton<IReminderTable>(settings.Reminders);
            silo.Services.AddKeyedSingleton<IGrainStorage>(StorageName, settings.Storage);
            silo.AddMemoryGrainStorage("PubSubStore");
            silo.AddMemoryStreams(StreamsName);
            silo.Configure<SiloMessagingOptions>(options =>
            {
                options.ResponseTimeout = settings.ResponseTimeout;
                options.MaxEnqueuedRequestsHardLimit = settings.CallsWaitingMax;
            });
            silo.Configure<GrainCollectionOptions>(options => options.CollectionAge = settings.CollectionAge);
        });
        builder.ConfigureClient(client =>
        {
            client.AddMemoryStreams(StreamsName);
            client.Configure<ClientMessagingOptions>(options => options.ResponseTimeout = settings.ResponseTimeout);
        });
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new(cluster, settings);
    }

    public Task StopAsync(CancellationToken cancellationToken = default) => _cluster.StopAllSilosAsync().WaitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Stage.OpenAll();
        await _cluster.DisposeAsync();
    }
}
