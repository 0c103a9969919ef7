using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace CmeOrleans.PaperTools;

/// <summary>Runs the programs of Poppler over PDF files; they share no code with ours.</summary>
public static class Poppler
{
    /// <summary>Stands in the arguments for the path of the file.</summary>
    public const string FilePlace = "{file}";

    /// <exception cref="InvalidOperationException">The program is not installed.</exception>
    public static PopplerOutput Run(string program, byte[] pdf, params string[] arguments)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(path, pdf);
        try
        {
            var start = new ProcessStartInfo(program, arguments.Select(argument => argument == FilePlace ? path : argument))
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            using var output = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(output);
            process.WaitForExit();
            return new(process.ExitCode, output.ToArray(), errors.GetAwaiter().GetResult());
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException($"These tests need {program}; install the package poppler-utils.", exception);
        }
        finally
        {
            File.Delete(path);
        }
    }
}

/// <param name="ExitCode">Zero where the program was content.</param>
/// <param name="Printed">What it printed.</param>
/// <param name="Errors">What it complained of.</param>
public sealed record PopplerOutput(int ExitCode, byte[] Printed, string Errors)
{
    public string Text => Encoding.UTF8.GetString(Printed);
}
