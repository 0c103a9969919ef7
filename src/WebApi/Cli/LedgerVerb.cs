using System.CommandLine;
using System.Globalization;
using CmeOrleans.Silo.Tools;

namespace CmeOrleans.WebApi.Cli;

/// <summary><c>ledger check</c>: verifies everything that is stored.</summary>
internal static class LedgerVerb
{
    public static Command Create()
    {
        var check = new Command(
            "check",
            "Verifies the chain of every ledger, every checkpoint with its signature, and the trial balance. Exit code 0 when all of it "
            + "holds; else 1, with one line per fault. An SQLite file must not be in use by a node meanwhile.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        check.SetAction((parsed, cancellationToken) => CheckAsync(CommandLine.Settings(parsed), cancellationToken));

        var command = new Command("ledger", "Looks after the ledgers.");
        command.Subcommands.Add(check);
        return command;
    }

    private static async Task<int> CheckAsync(string[] settings, CancellationToken cancellationToken)
    {
        using var tools = NodeTools.Create(settings);
        var report = await tools.CheckLedgersAsync(cancellationToken);
        foreach (var fault in report.Faults)
        {
            await Console.Out.WriteLineAsync(fault);
        }

        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.LedgersCount} ledgers, {report.RowsCount} rows, {report.CheckpointsCount} checkpoints: {report.Faults.Length} faults."));
        if (report.ForeignSignaturesCount > 0)
        {
            await Console.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{report.ForeignSignaturesCount} checkpoints are signed by a key that is not here; their signatures were not checked."));
        }

        return report.IsSound ? 0 : 1;
    }
}
