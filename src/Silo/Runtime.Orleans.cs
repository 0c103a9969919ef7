using System.ComponentModel.DataAnnotations;
using System.Net;
using CmeOrleans.Silo.Settings;
using CmeOrleans.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Serialization;

namespace CmeOrleans.Silo;

/// <summary>
/// Runs the grains in a cluster over one PostgreSQL, which also holds the membership in the tables of Orleans. The states of
/// grains and their reminders stay in the same tables as with the other runtime, <c>Runtime.InProcess.cs</c>, so that moving
/// to a cluster is no migration.
/// </summary>
/// <remarks>
/// Whatever a grain throws reaches a caller on another node as what it is, down to the driver's exception inside it, so that the
/// front door can tell a store that is away from a fault.
/// </remarks>
internal static class Runtime
{
    private const string ServiceId = "cme-orleans";
    private const string AdoNetInvariant = "Npgsql";

    /// <exception cref="SettingException">The store is one that only one process can use.</exception>
    public static void AddActorRuntime(this IHostApplicationBuilder builder)
    {
        var cluster = builder.Configuration.GetSection(ClusterOptionsOfNode.SectionName).Get<ClusterOptionsOfNode>() ?? new();
        if (!Enum.TryParse<StorageProvider>(builder.Configuration["Storage:Provider"], ignoreCase: true, out var provider)
            || provider is not StorageProvider.Postgres)
        {
            throw new SettingException("Storage:Provider", "must be Postgres for a cluster: an SQLite file serves one process.");
        }

        var connectionString = builder.Configuration.GetConnectionString(StorageOptions.ConnectionStringName)
            ?? throw new SettingException("ConnectionStrings:Ledger", "must be given for a cluster.");

        builder.UseOrleans(silo => silo
            .Configure<ClusterOptions>(options =>
            {
                options.ServiceId = ServiceId;
                options.ClusterId = cluster.ClusterId;
            })
            .Configure<EndpointOptions>(options =>
            {
                options.SiloPort = cluster.SiloPort;
                options.GatewayPort = cluster.GatewayPort;
                if (cluster.AdvertisedAddress is { Length: > 0 } address)
                {
                    options.AdvertisedIPAddress = ParseAddress(address);
                }
            })
            .UseAdoNetClustering(options =>
            {
                options.Invariant = AdoNetInvariant;
                options.ConnectionString = connectionString;
            })
            .AddReminders()
            .Configure<ExceptionSerializationOptions>(options => options.SupportedExceptionTypeFilter = static _ => true));
    }

    private static IPAddress ParseAddress(string address) =>
        IPAddress.TryParse(address, out var parsed)
            ? parsed
            : throw new SettingException("Cluster:AdvertisedAddress", "must be an IP address.");
}

/// <summary>How the node takes part in the cluster, read from the section <see cref="SectionName"/>.</summary>
internal sealed class ClusterOptionsOfNode
{
    public const string SectionName = "Cluster";

    /// <summary>Nodes with the same id form one cluster. The default is <c>cme</c>.</summary>
    [Required]
    public string ClusterId { get; set; } = "cme";

    /// <summary>Where other nodes reach this one. The default is 11111.</summary>
    [Range(1, 65_535)]
    public int SiloPort { get; set; } = 11_111;

    /// <summary>Where clients of the cluster reach this node. The default is 30000.</summary>
    [Range(0, 65_535)]
    public int GatewayPort { get; set; } = 30_000;

    /// <summary>The IP address that this node tells the others. By default the first one of the machine.</summary>
    public string? AdvertisedAddress { get; set; }
}
