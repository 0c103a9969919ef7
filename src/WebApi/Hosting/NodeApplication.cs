using CmeOrleans.Silo;
using CmeOrleans.WebApi.Health;
using Microsoft.Extensions.Options;

namespace CmeOrleans.WebApi.Hosting;

/// <summary>A whole node: the silo and the front door in one process.</summary>
internal static class NodeApplication
{
    // A trial's papers point to the trial itself; whoever publishes papers sets it.
    private const string PublicBaseUrl = "Certificates:PublicBaseUrl";

    /// <param name="settings">Settings from the command line, as <c>--Section:Name=value</c>.</param>
    /// <param name="overrides">Settings that stand above all others.</param>
    public static WebApplication Build(string[] settings, IEnumerable<KeyValuePair<string, string?>>? overrides)
    {
        var builder = WebApplication.CreateBuilder(settings);
        if (overrides is not null)
        {
            builder.Configuration.AddInMemoryCollection(overrides);
        }

        ServerUrls.Require(builder.Configuration);
        builder.Configuration[PublicBaseUrl] ??= ServerUrls.Local(builder.Configuration).ToString();
        AddLogging(builder.Logging);
        builder.AddSilo();
        builder.Services.AddFrontDoor();
        builder.Services.AddHostedService<FirstOperatorKey>();
        builder.Services.AddServerLimits();

        var app = builder.Build();
        app.MapFrontDoor(static pipeline => pipeline.UseMiddleware<NodeGate>());
        app.MapHealth();
        return app;
    }

    /// <summary>Starts the node. When that fails, what had started is stopped in order, lest its end is logged as a fault.</summary>
    public static async Task StartAsync(WebApplication node, CancellationToken cancellationToken)
    {
        // First, since a host cannot stop what it could not build.
        node.Services.GetRequiredService<IStartupValidator>().Validate();
        _ = node.Services.GetServices<IHostedService>();
        try
        {
            await node.StartAsync(cancellationToken);
        }
        catch
        {
            await node.StopAsync(cancellationToken);
            throw;
        }
    }

    private static void AddLogging(ILoggingBuilder logging)
    {
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
        });

        // A start that a setting stops is told in one line; the host would add the stack trace.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

        // While it may say anything at all, the host makes up a trace and a scope for each request. What it would say is that the
        // start failed, which is told once by us, and that one setting of addresses hides another. Where traces are sent,
        // requests have theirs all the same.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);

        // It warns of every page with a form, because what it sets about caching is stricter than what we set by one word.
        logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
    }
}
