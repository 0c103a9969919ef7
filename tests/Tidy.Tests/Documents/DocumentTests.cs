using System.Text.RegularExpressions;
using CmeOrleans.Tidy.Tests.Repository;

namespace CmeOrleans.Tidy.Tests.Documents;

/// <summary>What the documents tell people to type, to open and to look up is there.</summary>
public sealed partial class DocumentTests
{
    private const string VerbsFolder = "src/WebApi/Cli";

    [Fact]
    public void Commands_in_documents_exist() =>
        Findings.RequireNone(RepositoryTree.WithExtension(".md").SelectMany(file => CheckCommands(file, Verbs(), RepositoryTree.Exists)));

    [Fact]
    public void Links_and_file_names_in_documents_resolve() =>
        Findings.RequireNone(RepositoryTree.WithExtension(".md").SelectMany(file => CheckLinks(file, RepositoryTree.Exists)));

    [Fact]
    public void Verbs_are_found_in_the_code() => Assert.Contains("demo", Verbs());

    [Theory]
    [InlineData("dotnet run --project src/WebApi -- demo", 0)]
    [InlineData("CME=1 dotnet run --project src/WebApi -- --Storage:Provider=Sqlite", 0)]
    [InlineData("./test Domain.Tests", 0)]
    [InlineData("curl -s $API/v1/me", 0)]
    [InlineData("dotnet run --project src/Gone", 1)]
    [InlineData("dotnet run --project src/WebApi -- dance", 1)]
    [InlineData("dotnet test tests/Gone.Tests", 1)]
    [InlineData("./gone", 1)]
    [InlineData("bash scripts/gone.sh", 1)]
    [InlineData("python3 docs/gone.py a.json", 1)]
    [InlineData(".ci/gone", 1)]
    [InlineData("docker compose up", 1)]
    public void Command_that_does_not_exist_is_found(string command, int findings)
    {
        var file = new RepositoryFile("README.md", $"Text.\n\n```sh\n$ {command}\n```\n");

        Assert.Equal(findings, CheckCommands(file, ["demo"], path => path is "src/WebApi" or "test" or "tests/Domain.Tests").Count());
    }

    [Theory]
    [InlineData("[a](docs/a.md), [b](docs/a.md#part), [c](https://example.org), `src/WebApi`, `src/*/A.cs`", 0)]
    [InlineData("[a](docs/gone.md)", 1)]
    [InlineData("see `src/Gone/A.cs`", 1)]
    public void Broken_link_is_found(string text, int findings) =>
        Assert.Equal(findings, CheckLinks(new("README.md", text), path => path is "docs/a.md" or "src/WebApi").Count());

    private static HashSet<string> Verbs() =>
        [.. RepositoryTree.CodeBelow(VerbsFolder).SelectMany(file => Verb().Matches(file.Code.CodeAndStrings)).Select(match => match.Groups["verb"].Value)];

    private static IEnumerable<string> CheckCommands(RepositoryFile file, HashSet<string> verbs, Func<string, bool> exists)
    {
        foreach (Match block in ShellBlock().Matches(file.Text))
        {
            foreach (var line in block.Groups["commands"].Value.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n'))
            {
                if (FindMissing(line, verbs, exists) is { } missing)
                {
                    yield return $"{file.At(block.Index)}: {missing} in \"{line.Trim()}\" does not exist.";
                }
            }
        }
    }

    private static string? FindMissing(string line, HashSet<string> verbs, Func<string, bool> exists)
    {
        if (ProjectArgument().Match(line) is { Success: true } project && !exists(project.Groups["path"].Value))
        {
            return project.Groups["path"].Value;
        }

        if (VerbArgument().Match(line) is { Success: true } verb && !verbs.Contains(verb.Groups["verb"].Value))
        {
            return verb.Groups["verb"].Value;
        }

        if (Script().Match(line) is { Success: true } script && !exists(script.Groups["path"].Value))
        {
            return script.Groups["path"].Value;
        }

        return Compose().IsMatch(line) && !exists("docker-compose.yml") ? "docker-compose.yml" : null;
    }

    private static IEnumerable<string> CheckLinks(RepositoryFile file, Func<string, bool> exists)
    {
        var folder = Path.GetDirectoryName(file.Path) ?? "";
        var links = Link().Matches(file.Text).Select(match => (match.Index, Path: Normalize(Path.Combine(folder, match.Groups["path"].Value))));
        var names = FileName().Matches(file.Text).Select(match => (match.Index, Path: match.Groups["path"].Value.TrimEnd('/')));
        return links.Concat(names)
            .Where(mention => !exists(mention.Path))
            .Select(mention => $"{file.At(mention.Index)}: {mention.Path} does not exist.");
    }

    private static string Normalize(string path) =>
        Path.GetRelativePath("/", Path.GetFullPath(Path.Combine("/", path))).Replace('\\', '/');

    [GeneratedRegex(@"^```(sh|bash|console|shell)\n(?<commands>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ShellBlock();

    [GeneratedRegex(@"\bdotnet (?:run|test|build|publish)\b.*?(?<path>(?:src|tests|bench)/[\w.-]+)")]
    private static partial Regex ProjectArgument();

    [GeneratedRegex(@"--project src/WebApi\b.*? -- (?<verb>[a-z]\w*)")]
    private static partial Regex VerbArgument();

    [GeneratedRegex(@"^\s*(\$ )?(\./|(bash|sh|python3) |(?=\.ci/))(?<path>[\w.][\w./-]*)")]
    private static partial Regex Script();

    [GeneratedRegex(@"\bdocker compose\b")]
    private static partial Regex Compose();

    [GeneratedRegex("new Command\\(\\s*\"(?<verb>[a-z-]+)\"|Command Create\\(\\) => new\\(\\s*\"(?<verb>[a-z-]+)\"")]
    private static partial Regex Verb();

    [GeneratedRegex(@"\]\((?!https?:|mailto:|#)(?<path>[^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<path>(src|tests|bench|docs|data)/[\w./-]+)`")]
    private static partial Regex FileName();
}
