using System.CommandLine;
using CmeOrleans.WebApi.Hosting;

namespace CmeOrleans.WebApi.Cli;

/// <summary><c>serve</c>: runs a node until it is told to stop.</summary>
internal static class ServeVerb
{
    public static Command Create()
    {
        var command = new Command("serve", "Serves until stopped (the default). SIGTERM lets requests under way finish.");
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellationToken) => RunAsync(CommandLine.Settings(parsed), cancellationToken));
        return command;
    }

    public static async Task<int> RunAsync(string[] settings, CancellationToken cancellationToken)
    {
        await using var node = NodeApplication.Build(settings, overrides: null);
        await NodeApplication.StartAsync(node, cancellationToken);
        await node.WaitForShutdownAsync(cancellationToken);
        return 0;
    }
}
