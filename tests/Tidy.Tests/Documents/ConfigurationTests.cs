using System.Text.RegularExpressions;
using CmeOrleans.Tidy.Tests.Repository;

namespace CmeOrleans.Tidy.Tests.Documents;

/// <summary>Every setting is documented, and every documented setting is one.</summary>
public sealed partial class ConfigurationTests
{
    private const string DocumentPath = "docs/configuration.md";

    /// <summary>Settings that no options class of ours holds.</summary>
    private static readonly string[] OfOthers = ["ASPNETCORE_URLS", "ConnectionStrings:Ledger"];

    [Fact]
    public void Settings_of_code_and_document_are_the_same() =>
        Findings.RequireNone(Check(
            RepositoryTree.Files.Single(file => file.Path == DocumentPath).Text,
            RepositoryTree.CodeBelow("src").SelectMany(SettingsOf)));

    [Fact]
    public void Settings_are_found_in_options_classes() =>
        Assert.Equal(
            ["Parts:CountMax", "Parts:Name"],
            SettingsOf(new(
                "src/A.cs",
                """
                public sealed class PartsOptions
                {
                    public const string SectionName = "Parts";

                    public int CountMax { get; set; } = 1;

                    public string? Name { get; set; }

                    internal int Hidden { get; set; }
                }
                """)));

    [Theory]
    [InlineData("| `Parts:Name` | | The name. |", 0)]
    [InlineData("", 1)]
    [InlineData("| `Parts:Name` | | The name. |\n| `Parts:Gone` | | Gone. |", 1)]
    public void Difference_is_found(string document, int findings) =>
        Assert.Equal(findings, Check(document + "\n| `ASPNETCORE_URLS` |\n| `ConnectionStrings:Ledger` |", ["Parts:Name"]).Count());

    private static IEnumerable<string> SettingsOf(RepositoryFile file)
    {
        var code = file.Code.CodeAndStrings;
        if (Section().Match(code) is not { Success: true } section)
        {
            return [];
        }

        var name = section.Groups["name"].Value;
        return Setting().Matches(code).Select(match => name.Length == 0 ? match.Groups["name"].Value : $"{name}:{match.Groups["name"].Value}");
    }

    private static IEnumerable<string> Check(string document, IEnumerable<string> settings)
    {
        var documented = Row().Matches(document).Select(match => match.Groups["name"].Value).ToHashSet();
        var existing = settings.Concat(OfOthers).ToHashSet();
        return existing.Except(documented).Select(name => $"{name} is not in {DocumentPath}.")
            .Concat(documented.Except(existing).Select(name => $"{name} is in {DocumentPath} and is no setting."));
    }

    [GeneratedRegex("const string SectionName = \"(?<name>[^\"]*)\"")]
    private static partial Regex Section();

    [GeneratedRegex(@"public (required )?[\w?<>, ]+ (?<name>\w+) \{ get; set; \}")]
    private static partial Regex Setting();

    [GeneratedRegex(@"^\| `(?<name>[\w:]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
