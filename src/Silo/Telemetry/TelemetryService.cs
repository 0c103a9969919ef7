using System.Reflection;
using CmeOrleans.Silo.Management;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CmeOrleans.Silo.Telemetry;

/// <summary>Runs the OpenTelemetry SDK: metrics for who scrapes, and metrics and traces by OTLP where a collector is configured.</summary>
internal sealed class TelemetryService(
    MetricsScraper scraper, IOptions<TelemetryOptions> options, IOptions<ManagementOptions> management, IConfiguration configuration, IHostEnvironment environment) : IHostedService, IDisposable
{
    private const string StandardEndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    // Not all of ASP.NET Core: what each middleware measures of itself costs every request more than it tells anybody.
    private static readonly string[] Meters =
        ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime", "System.Net.Http", "Npgsql", "Microsoft.Orleans", ProductMeter.Name];

    // Not those of the cluster: their spans name grains, whose ids are those of people.
    private static readonly string[] Sources = ["System.Net.Http", "Npgsql", ProductMeter.Name];

    private OpenTelemetrySdk? _sdk;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var endpoint = options.Value.OtlpEndpoint;
        var isExporting = endpoint is { Length: > 0 } || configuration[StandardEndpointVariable] is { Length: > 0 };
        if (!isExporting && management.Value.Url is "")
        {
            // Nobody could read the figures, so none are taken.
            return Task.CompletedTask;
        }

        _sdk = OpenTelemetrySdk.Create(builder =>
        {
            builder
                .ConfigureResource(resource => resource.AddService(
                    options.Value.ServiceName,
                    serviceVersion: typeof(TelemetryService).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion,
                    serviceInstanceId: $"{environment.ApplicationName}@{Environment.MachineName}:{Environment.ProcessId}"))
                .WithMetrics(metrics => metrics
                    .AddMeter(Meters)
                    .AddReader(new BaseExportingMetricReader(scraper)));
            if (isExporting)
            {
                builder.WithTracing(tracing => tracing.AddSource(Sources).AddAspNetCoreInstrumentation(RequestSpans.Configure));
                Export(builder, endpoint);
            }
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Sends what is left. Runs after all hosted services have stopped, so that their last figures are in it.</summary>
    public void Dispose() => _sdk?.Dispose();

    private static void Export(IOpenTelemetryBuilder builder, string? endpoint)
    {
        if (endpoint is { Length: > 0 })
        {
            builder.UseOtlpExporter(OtlpExportProtocol.HttpProtobuf, new Uri(endpoint));
        }
        else
        {
            builder.UseOtlpExporter();
        }
    }
}
