using System.CommandLine;
using CmeOrleans.Silo.Settings;

namespace CmeOrleans.WebApi.Cli;

/// <summary>The verbs of the program. Without a verb it serves.</summary>
internal static class CommandLine
{
    private const int FailedExitCode = 1;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var root = new RootCommand(
            "CmeOrleans, a ledger of continuing-medical-education credit. Without a verb it serves. Every setting can be given as "
            + "--Section:Name=value, as an environment variable Section__Name, or in appsettings.json in the current directory.");
        root.Subcommands.Add(ServeVerb.Create());
        root.Subcommands.Add(MigrateVerb.Create());
        root.Subcommands.Add(DemoVerb.Create());
        root.Subcommands.Add(LedgerVerb.Create());
        root.Subcommands.Add(HealthcheckVerb.Create());
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((parsed, cancellationToken) => ServeVerb.RunAsync(Settings(parsed), cancellationToken));

        // The host handles signals and ends in its own time; exceptions are sorted below or end the process with their trace.
        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        try
        {
            return await root.Parse(arguments).InvokeAsync(configuration);
        }
        catch (Exception exception) when (StartFailure.Describe(exception) is [_, ..] lines)
        {
            foreach (var line in lines)
            {
                await Console.Error.WriteLineAsync(line);
            }

            return FailedExitCode;
        }
    }

    /// <summary>The settings that follow a verb.</summary>
    /// <exception cref="SettingException">Something else follows it.</exception>
    public static string[] Settings(ParseResult parsed)
    {
        string[] tokens = [.. parsed.UnmatchedTokens];
        return FindStray(tokens) is { } stray
            ? throw new SettingException(stray, "is neither a verb nor a setting. Settings are written --Section:Name=value.")
            : tokens;
    }

    // "--name value" is as good as "--name=value" to the configuration.
    private static string? FindStray(string[] tokens)
    {
        for (var index = 0; index < tokens.Length; index++)
        {
            var isSetting = tokens[index].StartsWith("--", StringComparison.Ordinal);
            if (!isSetting)
            {
                return tokens[index];
            }

            var takesNext = !tokens[index].Contains('=', StringComparison.Ordinal)
                && index + 1 < tokens.Length
                && !tokens[index + 1].StartsWith("--", StringComparison.Ordinal);
            if (takesNext)
            {
                index++;
            }
        }

        return null;
    }
}
