using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace CmeOrleans.Tidy.Tests.Repository;

/// <summary>What a run leaves behind stays out of the repository: databases, which may hold people, and private keys.</summary>
public sealed partial class TrackedFileTests
{
    [Fact]
    public void No_tracked_file_is_a_database_or_holds_a_private_key()
    {
        var paths = ListTracked();
        Assert.SkipWhen(paths.Length == 0, "This tree is not a clone: there is nothing that says which files are tracked.");

        Findings.RequireNone(paths
            .Where(path => RepositoryTree.Exists(path))
            .SelectMany(path => Check(path, File.ReadAllBytes(Path.Combine(RepositoryTree.Root, path)))));
    }

    [Theory]
    [InlineData("data/cme.db", "", 1)]
    [InlineData("src/WebApi/data/cme.db-wal", "", 1)]
    [InlineData("a/b.SQLite3", "", 1)]
    [InlineData("tests/sample.bin", "SQLite format 3\0", 1)]
    [InlineData("keys/signing", "-----BEGIN PRIVATE" + " KEY-----\nMHcC", 1)]
    [InlineData("README.md", "text\n-----BEGIN EC PRIVATE" + " KEY-----\nMHcC", 1)]
    [InlineData("keys/signing.pub", "-----BEGIN PUBLIC KEY-----\nMHcC", 0)]
    [InlineData("src/Storage/Sqlite/Database.cs", "reads cme.db", 0)]
    public void Database_and_private_key_are_found(string path, string content, int findings) =>
        Assert.Equal(findings, Check(path, Encoding.Latin1.GetBytes(content)).Count());

    private static IEnumerable<string> Check(string path, byte[] content)
    {
        if (DatabaseName().IsMatch(path) || content.AsSpan().StartsWith("SQLite format 3\0"u8))
        {
            yield return $"{path}: a database is data of one installation.";
        }

        if (PrivateKey().IsMatch(Encoding.Latin1.GetString(content)))
        {
            yield return $"{path}: a private key that is in a repository is not private.";
        }
    }

    /// <summary>The paths that git tracks; none where this is no clone.</summary>
    private static string[] ListTracked()
    {
        if (!RepositoryTree.Exists(".git"))
        {
            return [];
        }

        using var git = Process.Start(new ProcessStartInfo("git", ["-C", RepositoryTree.Root, "ls-files", "-z"])
        {
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        }) ?? throw new InvalidOperationException("git does not start.");
        var paths = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return paths.Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex(@"\.(db|sqlite|sqlite3)(-wal|-shm|-journal)?\z", RegexOptions.IgnoreCase)]
    private static partial Regex DatabaseName();

    [GeneratedRegex("-----BEGIN [A-Z ]*PRIVATE KEY")]
    private static partial Regex PrivateKey();
}
