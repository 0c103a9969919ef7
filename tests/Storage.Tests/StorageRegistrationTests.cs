using CmeOrleans.Grains.Ports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Storage;

namespace CmeOrleans.Storage.Tests;

/// <summary>The registration: every port is there, and a bad setting stops the start with its name.</summary>
public sealed class StorageRegistrationTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cme-storage-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_port_is_served_and_works_once_the_host_runs()
    {
        using var host = CreateHost(("ConnectionStrings:Ledger", $"Data Source={Path.Combine(_folder.FullName, "new", "cme.db")}"));
        var ports = new object[]
        {
            host.Services.GetRequiredService<ILedgerJournal>(), host.Services.GetRequiredService<ISnapshotStore>(),
            host.Services.GetRequiredService<IDocumentStore>(), host.Services.GetRequiredService<ICourseEntryReader>(),
            host.Services.GetRequiredService<ITrialBalanceReader>(), host.Services.GetRequiredService<ICheckpointStore>(),
            host.Services.GetRequiredService<IEntityIndex>(), host.Services.GetRequiredService<IStorageHealth>(),
            host.Services.GetRequiredService<IReminderTable>(), host.Services.GetRequiredService<IMigrator>(),
            host.Services.GetRequiredService<IMailStore>(), host.Services.GetRequiredService<ISupportStore>(),
            host.Services.GetRequiredService<IAuditStore>(), host.Services.GetRequiredService<IEvaluationStore>(),
            host.Services.GetRequiredService<IGrainStorage>(), host.Services.GetRequiredKeyedService<IGrainStorage>("Default"),
        };
        Assert.All(ports, Assert.NotNull);

        await host.StartAsync(Cancellation);
        var outcome = await host.Services.GetRequiredService<ILedgerJournal>().AppendAsync(TestRows.Earn("hosted"));
        await host.StopAsync(Cancellation);

        Assert.Equal(AppendStatus.Stored, outcome.Status);
    }

    [Theory]
    [InlineData("Storage:Provider", "Oracle")]
    [InlineData("Storage:Provider", "7")]
    [InlineData("Storage:AppendDeadlineMilliseconds", "99")]
    [InlineData("Storage:CallDeadlineMilliseconds", "60001")]
    [InlineData("Storage:AuditDeadlineSeconds", "0")]
    [InlineData("Storage:AppendsQueuedMax", "99")]
    [InlineData("Storage:StatementsInFlightMax", "5")]
    [InlineData("Storage:StatementsInFlightMax", "1")]
    [InlineData("Storage:StatementTimeoutSeconds", "0")]
    [InlineData("Storage:ConnectionsMax", "0")]
    [InlineData("Storage:DatabaseRole", "Robert'; drop table")]
    [InlineData("ConnectionStrings:Ledger", "nonsense")]
    [InlineData("ConnectionStrings:Ledger", "Data Source=:memory:")]
    public async Task A_bad_setting_stops_the_start_and_is_named(string setting, string value)
    {
        using var host = CreateHost((setting, value));

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync(Cancellation));

        Assert.Contains(setting, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Data Source=data/cme.db")]
    [InlineData("Username=somebody")]
    [InlineData("Host=localhost;Port=many")]
    public async Task A_connection_string_of_the_other_provider_stops_the_start(string connectionString)
    {
        using var host = CreateHost(("Storage:Provider", "Postgres"), ("ConnectionStrings:Ledger", connectionString));

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Cancellation));

        Assert.Contains("ConnectionStrings:Ledger", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(connectionString, exception.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static IHost CreateHost(params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value));
        builder.Services.AddStorage(builder.Configuration);
        return builder.Build();
    }
}
