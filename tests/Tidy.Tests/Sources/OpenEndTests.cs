using System.Text.RegularExpressions;
using CmeOrleans.Tidy.Tests.Repository;

namespace CmeOrleans.Tidy.Tests.Sources;

/// <summary>What is left to do is in the tracker, where somebody looks.</summary>
public sealed partial class OpenEndTests
{
    private static readonly string[] Plain = [".sql", ".sh", ".yml", ".js", ".css", ".csproj", ".props", ".targets", ".razor"];

    [Fact]
    public void Open_ends_name_an_issue() =>
        Findings.RequireNone(RepositoryTree.Files.SelectMany(file => Check(file)));

    [Theory]
    [InlineData("src/A.cs", "// TO" + "DO: later", 1)]
    [InlineData("src/A.cs", "// TO" + "DO #12: later", 0)]
    [InlineData("src/A.cs", "var text = \"FIX" + "ME\";", 0)]
    [InlineData("src/A.sql", "-- FIX" + "ME", 1)]
    public void Open_end_without_issue_is_found(string path, string text, int findings) =>
        Assert.Equal(findings, Check(new(path, text)).Count());

    private static IEnumerable<string> Check(RepositoryFile file)
    {
        var extension = Path.GetExtension(file.Path);
        var text = extension == ".cs" ? file.Code.Comments : Plain.Contains(extension) ? file.Text : "";
        return OpenEnd().Matches(text).Select(match => $"{file.At(match.Index)}: {match.Value} without an issue number.");
    }

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b(?!\W{0,2}#\d)")]
    private static partial Regex OpenEnd();
}
