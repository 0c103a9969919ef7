using System.Globalization;
using System.Text.RegularExpressions;
using CmeOrleans.Tidy.Tests.Repository;

namespace CmeOrleans.Tidy.Tests.Documents;

/// <summary>Decisions are numbered, one page long, and say why.</summary>
public sealed partial class DecisionTests
{
    private const int LinesMax = 60;

    private static readonly string[] Headings = ["## Context", "## Decision", "## Consequences"];

    [Fact]
    public void Decisions_are_numbered_and_complete()
    {
        var decisions = RepositoryTree.Files.Where(file => file.Path.StartsWith("docs/decisions/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(decisions);
        Findings.RequireNone(decisions.SelectMany((file, index) => Check(file, index + 1)));
    }

    [Theory]
    [InlineData("0001-a.md", "# 1. A\n\n## Context\n\n## Decision\n\n## Consequences\n", 0)]
    [InlineData("0002-a.md", "# 2. A\n\n## Context\n\n## Decision\n\n## Consequences\n", 1)]
    [InlineData("0001-a.md", "# 1. A\n\n## Context\n\n## Decision\n", 1)]
    [InlineData("0001-a.md", "# A\n\n## Context\n\n## Decision\n\n## Consequences\n", 1)]
    [InlineData("0001-a.md", "# 1. A\n\n## Decision\n\n## Context\n\n## Consequences\n", 1)]
    public void Incomplete_decision_is_found(string name, string text, int findings) =>
        Assert.Equal(findings, Check(new($"docs/decisions/{name}", text), number: 1).Count());

    private static IEnumerable<string> Check(RepositoryFile file, int number)
    {
        if (DecisionName().Match(file.Name) is not { Success: true } match || int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) != number)
        {
            yield return $"{file.Path}: expected is a name such as {number:0000}-what-was-decided.md";
            yield break;
        }

        if (!file.Text.StartsWith($"# {number}. ", StringComparison.Ordinal))
        {
            yield return $"{file.Path}: expected is a first line such as \"# {number}. What was decided\"";
        }

        if (!SecondLevel().Matches(file.Text).Select(heading => heading.Value.Trim()).SequenceEqual(Headings))
        {
            yield return $"{file.Path}: the headings are {string.Join(", ", Headings)}, in this order.";
        }

        if (file.Text.Split('\n').Length > LinesMax)
        {
            yield return $"{file.Path}: more than {LinesMax} lines; a decision is one page.";
        }
    }

    [GeneratedRegex(@"^(\d{4})-[a-z0-9-]+\.md$")]
    private static partial Regex DecisionName();

    [GeneratedRegex("^## .*$", RegexOptions.Multiline)]
    private static partial Regex SecondLevel();
}
