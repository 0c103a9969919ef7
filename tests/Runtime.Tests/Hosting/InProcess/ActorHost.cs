using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Hosting;
using Orleans.Storage;

namespace CmeOrleans.Runtime.Tests;

/// <summary>A host with the grains of these tests on the in-process runtime.</summary>
internal sealed class ActorHost : IAsyncDisposable
{
    public const string StorageName = "memory";
    public const string StreamsName = "streams";

    private readonly IHost _host;

    private ActorHost(IHost host, ActorHostSettings settings)
    {
        _host = host;
        Time = settings.Time;
    }

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public IClusterClient Client => _host.Services.GetRequiredService<IClusterClient>();

    public Stage Stage => _host.Services.GetRequiredService<Stage>();

    public ManualTimeProvider Time { get; }

    public static async Task<ActorHost> StartAsync(ActorHostSettings? settings = null)
    {
        settings ??= new();
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services.AddSingleton<TimeProvider>(settings.Time);
        builder.Services.AddSingleton<Stage>();
        builder.Services.AddScoped<ScopedProbe>();
        builder.Services.AddSingleton<IReminderTable>(settings.Reminders);
        builder.Services.AddKeyedSingleton<IGrainStorage>(StorageName, settings.Storage);
        builder.Services.AddInProcessStreams(StreamsName);
        builder.Services.AddInProcessActors(options =>
        {
            options.GrainAssemblies.Add(typeof(ActorHost).Assembly);
            options.ResponseTimeout = settings.ResponseTimeout;
            options.CollectionAge = settings.CollectionAge;
            options.CallsWaitingMax = settings.CallsWaitingMax;
            options.StreamRetryDelay = TimeSpan.FromMilliseconds(1);
        });
        var host = builder.Build();
        await host.StartAsync();
        return new(host, settings);
    }

    public Task StopAsync(CancellationToken cancellationToken = default) => _host.StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Stage.OpenAll();
        await _host.StopAsync();
        _host.Dispose();
    }
}
