using System.ComponentModel;
using System.Diagnostics;

namespace CmeOrleans.System.Tests.Support;

/// <summary>Runs programs of others.</summary>
internal static class Tool
{
    /// <exception cref="InvalidOperationException">The program is not installed.</exception>
    public static async Task<(int ExitCode, string Printed, string Errors)> RunAsync(string program, string package, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var printed = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, await printed, await errors);
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException($"This test needs {program}; install the package {package}.", exception);
        }
    }
}
