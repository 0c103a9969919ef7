using System.Globalization;

namespace CmeOrleans.Ledger.Bench;

/// <summary>From the start of the process to ready on SQLite, with a new file and with an old one, and memory when idle.</summary>
internal static class StartBench
{
    private const int RoundsCount = 5;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(string assembly)
    {
        var folder = Directory.CreateTempSubdirectory("cme-bench-").FullName;
        for (var round = 1; round <= RoundsCount; round++)
        {
            await using var server = await ServerProcess.StartAsync(assembly, postgres: null, folder);
            await Task.Delay(Idle);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{(round == 1 ? "new file" : "old file")}: ready after {server.ReadyAfter.TotalSeconds:0.00} s   idle memory {server.MemoryMegabytes:N0} MB"));
        }

        Directory.Delete(folder, recursive: true);
    }
}
