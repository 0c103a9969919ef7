using System.CommandLine;
using CmeOrleans.Silo.Tools;

namespace CmeOrleans.WebApi.Cli;

/// <summary><c>migrate</c>: brings the database to the form this version needs, and ends.</summary>
internal static class MigrateVerb
{
    public static Command Create()
    {
        var command = new Command("migrate", "Applies the migrations that the database lacks, and ends. May be repeated.");
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellationToken) => RunAsync(CommandLine.Settings(parsed), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] settings, CancellationToken cancellationToken)
    {
        using var tools = NodeTools.Create(settings);
        var migrationsApplied = await tools.MigrateAsync(cancellationToken);
        await Console.Out.WriteLineAsync(migrationsApplied == 0
            ? "The database is up to date."
            : $"{migrationsApplied} migrations applied. The database is up to date.");
        return 0;
    }
}
