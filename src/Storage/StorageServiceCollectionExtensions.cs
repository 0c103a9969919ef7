using System.Text.Json;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Storage.Entities;
using CmeOrleans.Storage.Postgres;
using CmeOrleans.Storage.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Storage;

namespace CmeOrleans.Storage;

/// <summary>Registers the store and every port it serves.</summary>
public static class StorageServiceCollectionExtensions
{
    // The name under which Orleans looks for the storage of states that name none.
    private const string DefaultStorageName = "Default";

    /// <summary>Adds the store that <see cref="StorageOptions"/> describe. It opens when the host starts.</summary>
    /// <param name="stateJson">How the states of grains are written; the default is camelCase, as on the web.</param>
    public static IServiceCollection AddStorage(
        this IServiceCollection services, IConfiguration configuration, JsonSerializerOptions? stateJson = null)
    {
        services.AddOptions<StorageOptions>()
            .Bind(configuration.GetSection(StorageOptions.SectionName))
            .Configure(options => options.ConnectionString =
                configuration.GetConnectionString(StorageOptions.ConnectionStringName) ?? StorageOptions.ConnectionStringDefault)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.AddSingleton<IValidateOptions<StorageOptions>, ConnectionStringValidator>();
        services.TryAddSingleton(TimeProvider.System);

        services.AddSingleton(CreateStore);
        services.AddSingleton<IMigrator>(Store);
        services.AddSingleton<IStorageHealth>(Store);
        services.AddSingleton(provider => Store(provider).Journal);
        services.AddSingleton(provider => Store(provider).Snapshots);
        services.AddSingleton(provider => Store(provider).Documents);
        services.AddSingleton(provider => Store(provider).CourseEntries);
        services.AddSingleton(provider => Store(provider).ReportLines);
        services.AddSingleton(provider => Store(provider).TrialBalance);
        services.AddSingleton(provider => Store(provider).Checkpoints);
        services.AddSingleton(provider => Store(provider).Mails);
        services.AddSingleton(provider => Store(provider).SupportRequests);
        services.AddSingleton(provider => Store(provider).AuditEntries);
        services.AddSingleton(provider => Store(provider).Evaluations);
        services.AddSingleton(provider => Store(provider).Reminders);
        services.AddSingleton<IEntityChanges>(provider => Store(provider).EntityChanges);
        services.AddSingleton<IEntityIndex>(provider => Store(provider).Entities);
        services.AddSingleton<IGrainStorage>(provider =>
            new GrainStateStorage(Store(provider).Entities, Store(provider).EntityChanges, stateJson ?? JsonSerializerOptions.Web));
        services.AddKeyedSingleton(DefaultStorageName, static (provider, _) => provider.GetRequiredService<IGrainStorage>());
        services.AddHostedService<StorageStarter>();
        return services;
    }

    private static IStore Store(IServiceProvider provider) => provider.GetRequiredService<IStore>();

    private static IStore CreateStore(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<StorageOptions>>().Value;
        var time = provider.GetRequiredService<TimeProvider>();
        var loggers = provider.GetRequiredService<ILoggerFactory>();
        return options.Provider switch
        {
            StorageProvider.Sqlite => new SqliteStore(options, time, loggers.CreateLogger<SqliteStore>()),
            StorageProvider.Postgres => new PostgresStore(
                options, time, provider.GetService<IHostApplicationLifetime>(), loggers.CreateLogger<PostgresStore>()),
            _ => throw new NotSupportedException($"There is no store for {options.Provider}."),
        };
    }
}
