using CmeOrleans.Domain.CreditTypes;
using CmeOrleans.Domain.Requirements;
using CmeOrleans.Grains.Certificates;
using CmeOrleans.Grains.Checkpoints;
using CmeOrleans.Grains.Learners;
using CmeOrleans.Grains.Mail;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Grains.Support;
using CmeOrleans.Grains.Transcripts;
using CmeOrleans.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Hosting;
using Orleans.Storage;

namespace CmeOrleans.Grains.Tests.Support;

/// <summary>A node with real grains in the real runtime on a real SQLite file of its own.</summary>
internal sealed class LedgerNode : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly string _folder;

    private LedgerNode(IHost host, string folder, AdjustableTime time)
    {
        (_host, _folder, Time) = (host, folder, time);
        Journal = (WatchedJournal)host.Services.GetRequiredService<ILedgerJournal>();
        Health = (SkewedHealth)host.Services.GetRequiredService<IStorageHealth>();
    }

    public AdjustableTime Time { get; }

    public WatchedJournal Journal { get; }

    public SkewedHealth Health { get; }

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public PlainRenderer Renderer => _host.Services.GetRequiredService<PlainRenderer>();

    public MarkingSigner Signer => _host.Services.GetRequiredService<MarkingSigner>();

    public T Service<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <param name="log">Hears every line, down to the most talkative level; without it, no line is kept.</param>
    public static async Task<LedgerNode> StartAsync(LogLines? log = null)
    {
        var folder = Directory.CreateTempSubdirectory("cme-grains-").FullName;
        var time = new AdjustableTime();
        var builder = NewBuilder(time, new TestKeyring());
        builder.Configuration["ConnectionStrings:Ledger"] = $"Data Source={Path.Combine(folder, "ledger.db")}";
        builder.Services.AddStorage(builder.Configuration);
        if (log is not null)
        {
            builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        }

        Watch(builder.Services);
        return await StartAsync(builder, folder, time);
    }

    /// <summary>A second node on the store of this one: other activations of the same grains, which know nothing of these.</summary>
    public Task<LedgerNode> StartTwinAsync()
    {
        var builder = NewBuilder(Time, Service<IPersonalDataKeyring>());
        builder.Services.AddSingleton<ILedgerJournal>(Journal);
        builder.Services.AddSingleton(Service<ISnapshotStore>());
        builder.Services.AddSingleton(Service<ICheckpointStore>());
        builder.Services.AddSingleton(Service<IStorageHealth>());
        builder.Services.AddSingleton(Service<IDocumentStore>());
        builder.Services.AddSingleton(Service<IEntityIndex>());
        builder.Services.AddSingleton(Service<ICourseEntryReader>());
        builder.Services.AddSingleton(Service<IReportLineReader>());
        builder.Services.AddSingleton(Service<ITrialBalanceReader>());
        builder.Services.AddSingleton(Service<IGrainStorage>());
        builder.Services.AddSingleton<IEntityChanges>(new UnwatchedChanges(Time));
        builder.Services.AddSingleton(Service<IMailStore>());
        builder.Services.AddSingleton(Service<ISupportStore>());
        builder.Services.AddSingleton(Service<IAuditStore>());
        builder.Services.AddSingleton(Service<IEvaluationStore>());
        return StartAsync(builder, folder: "", Time);
    }

    /// <summary>Every byte in the database and in its log of writes, as a thief of the disk would find them.</summary>
    public async Task<byte[]> ReadStoredBytesAsync()
    {
        // To close the file here ends SQLite's locks on it as well, which nobody else waits for.
        using var bytes = new MemoryStream();
        foreach (var path in Directory.GetFiles(_folder, "ledger.db*").Where(path => path.EndsWith(".db", StringComparison.Ordinal) || path.EndsWith("-wal", StringComparison.Ordinal)))
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await file.CopyToAsync(bytes);
        }

        return bytes.ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        if (_folder.Length > 0)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static HostApplicationBuilder NewBuilder(AdjustableTime time, IPersonalDataKeyring keyring)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton(keyring);
        builder.Services.AddSingleton(CreditTypePack.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "credit-types.json"))));
        builder.Services.AddSingleton(provider => RequirementPack.Parse(
            File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "requirements.json")), provider.GetRequiredService<CreditTypePack>()));
        builder.Services.AddSingleton<PlainRenderer>();
        builder.Services.AddSingleton<ICertificateRenderer>(provider => provider.GetRequiredService<PlainRenderer>());
        builder.Services.AddSingleton<INameTypesetting>(provider => provider.GetRequiredService<PlainRenderer>());
        builder.Services.AddSingleton<ITranscriptRenderer, PlainTranscripts>();
        builder.Services.AddSingleton<ICheckpointSigner, TestSigner>();
        builder.Services.AddOptions<CertificateOptions>();
        builder.Services.AddSingleton<RenderingGate>();
        builder.Services.AddSingleton<UnkeptPaperGate>();
        builder.Services.AddSingleton<MarkingSigner>();
        builder.Services.AddSingleton<IPaperSigner>(provider => provider.GetRequiredService<MarkingSigner>());
        builder.Services.AddSingleton<CertificatePress>();
        builder.Services.AddSingleton<TrialBalanceAudit>();
        builder.Services.AddSingleton<CourseTermsMemory>();
        builder.Services.AddSingleton<MailBell>();
        builder.Services.AddSingleton<OutboxWatch>();
        builder.Services.AddOptions<SupportOptions>();
        builder.Services.AddInProcessActors(options => options.GrainAssemblies.Add(typeof(LearnerGrain).Assembly));
        return builder;
    }

    private static void Watch(IServiceCollection services)
    {
        var inner = services.Single(service => service.ServiceType == typeof(ILedgerJournal));
        services.Replace(ServiceDescriptor.Singleton<ILedgerJournal>(
            provider => new WatchedJournal((ILedgerJournal)inner.ImplementationFactory!(provider))));
        var health = services.Single(service => service.ServiceType == typeof(IStorageHealth));
        services.Replace(ServiceDescriptor.Singleton<IStorageHealth>(
            provider => new SkewedHealth((IStorageHealth)health.ImplementationFactory!(provider))));
    }

    private static async Task<LedgerNode> StartAsync(HostApplicationBuilder builder, string folder, AdjustableTime time)
    {
        var host = builder.Build();
        await host.StartAsync();
        return new(host, folder, time);
    }
}
