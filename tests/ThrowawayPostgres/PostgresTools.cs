using System.Diagnostics;

namespace CmeOrleans.ThrowawayPostgres;

/// <summary>Runs the programs of PostgreSQL, as the user <c>postgres</c> where this process is root: the server refuses root.</summary>
internal static class PostgresTools
{
    private const string FolderVariable = "POSTGRES_BIN";
    private const string DebianFolder = "/usr/lib/postgresql";

    private static readonly Lazy<string> Folder = new(FindFolder);

    public static string PathOf(string program) => Path.Combine(Folder.Value, program);

    /// <summary>The words before a command that make it run as a user the server accepts.</summary>
    public static IReadOnlyList<string> Prefix { get; } = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--"] : [];

    /// <exception cref="InvalidOperationException">The program failed; the message has what it printed.</exception>
    public static async Task<string> RunAsync(params string[] command)
    {
        var all = (string[])[.. Prefix, .. command];

        var start = new ProcessStartInfo(all[0], all[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{all[0]} does not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? (await output).Trim()
            : throw new InvalidOperationException($"{string.Join(' ', command)} failed: {await output}{await errors}");
    }

    private static string FindFolder()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder)
        {
            return folder;
        }

        var newest = Directory.Exists(DebianFolder)
            ? Directory.EnumerateDirectories(DebianFolder).OrderByDescending(path => path, StringComparer.Ordinal).FirstOrDefault()
            : null;
        return newest is null
            ? throw new InvalidOperationException($"PostgreSQL's programs were not found; set {FolderVariable} to their folder.")
            : Path.Combine(newest, "bin");
    }
}
