using System.Text.RegularExpressions;
using CmeOrleans.Tidy.Tests.Repository;

namespace CmeOrleans.Tidy.Tests.Projects;

/// <summary>Nothing in the repository depends on, or tells of, the machine that it was written on.</summary>
public sealed partial class TraceTests
{
    [Fact]
    public void Files_name_no_path_of_a_machine() => Findings.RequireNone(RepositoryTree.Files.SelectMany(CheckPaths));

    [Fact]
    public void Lock_files_and_settings_name_no_download_address() => Findings.RequireNone(RepositoryTree.Files.SelectMany(CheckAddresses));

    [Theory]
    [InlineData("see /ho" + "me/anna/src", 1)]
    [InlineData("cd /wo" + "rk/main", 1)]
    [InlineData("C:\\Us" + "ers\\anna", 1)]
    [InlineData("file:///ro" + "ot/a", 1)]
    [InlineData("https://example.org/home/index.html, src/wo" + "rk/a, /var/lib/cme", 0)]
    public void Path_of_a_machine_is_found(string text, int findings) =>
        Assert.Equal(findings, CheckPaths(new("README.md", text)).Count());

    [Theory]
    [InlineData("src/A/package-lock.json", "\"resolved\": \"https://mirror.example/a.tgz\"", 1)]
    [InlineData("src/A/packages.lock.json", "\"contentHash\": \"abc\"", 0)]
    [InlineData("src/A/.npmrc", "registry=https://mirror.example/", 1)]
    [InlineData("nuget.config", "<add key=\"a\" value=\"https://mirror.example/\" />", 1)]
    [InlineData("src/A/package.json", "\"homepage\": \"https://example.org\"", 0)]
    public void Download_address_is_found(string path, string text, int findings) =>
        Assert.Equal(findings, CheckAddresses(new(path, text)).Count());

    private static IEnumerable<string> CheckPaths(RepositoryFile file) =>
        MachinePath().Matches(file.Text).Select(match => $"{file.At(match.Index)}: {match.Value} is a path of one machine.");

    private static IEnumerable<string> CheckAddresses(RepositoryFile file) =>
        file.Name.EndsWith("lock.json", StringComparison.Ordinal) || file.Name == ".npmrc" || file.Name.Equals("nuget.config", StringComparison.OrdinalIgnoreCase)
            ? Address().Matches(file.Text).Select(match => $"{file.At(match.Index)}: {match.Value} is where one machine downloads from.")
            : [];

    [GeneratedRegex(@"(?<![\w.~-])/(home/(?!index)[\w.-]+|work|root|Users/[\w.-]+)/[\w.-]*|\b[A-Z]:\\+Users\\+\w*")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"https?://[\w.-]+")]
    private static partial Regex Address();
}
