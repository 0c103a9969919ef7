using System.CommandLine;
using CmeOrleans.WebApi.Hosting;

namespace CmeOrleans.WebApi.Cli;

/// <summary><c>healthcheck</c>: asks a running node whether it is ready; for container health checks.</summary>
internal static class HealthcheckVerb
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    public static Command Create()
    {
        var url = new Option<string?>("--url") { Description = "Base address of the node. The default is the first of ASPNETCORE_URLS." };
        var command = new Command("healthcheck", "Asks a running node for /health/ready. Exit code 0 when it is ready, else 1.");
        command.Options.Add(url);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(url), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? url, CancellationToken cancellationToken)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables("ASPNETCORE_").AddEnvironmentVariables().Build();
        using var client = new HttpClient { BaseAddress = url is null ? ServerUrls.Local(configuration) : new Uri(url), Timeout = Timeout };
        try
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken);
            await Console.Out.WriteLineAsync(answer.IsSuccessStatusCode ? "ready" : $"not ready ({(int)answer.StatusCode})");
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"No answer from {client.BaseAddress}: {exception.Message}");
            return 1;
        }
    }
}
