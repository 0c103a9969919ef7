using System.Text.RegularExpressions;
using CmeOrleans.Tidy.Tests.Repository;

namespace CmeOrleans.Tidy.Tests.Projects;

/// <summary>A project that is not in the solution is built and tested by nobody.</summary>
public sealed partial class SolutionTests
{
    [Fact]
    public void Solution_and_folders_hold_the_same_projects() =>
        Findings.RequireNone(Check(
            RepositoryTree.Files.Single(file => file.Path == "CmeOrleans.sln").Text,
            RepositoryTree.WithExtension(".csproj").Select(file => file.Path)));

    [Theory]
    [InlineData("tests/A.Tests/A.Tests.csproj", 0)]
    [InlineData("tests/A.Tests/A.Tests.csproj tests/B.Tests/B.Tests.csproj", 1)]
    [InlineData("", 1)]
    public void Missing_project_is_found(string paths, int findings)
    {
        const string Solution = "Project(\"{1}\") = \"A.Tests\", \"tests\\A.Tests\\A.Tests.csproj\", \"{2}\"";

        Assert.Equal(findings, Check(Solution, paths.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Count());
    }

    private static IEnumerable<string> Check(string solution, IEnumerable<string> projects)
    {
        var listed = ProjectPath().Matches(solution).Select(match => match.Groups["path"].Value.Replace('\\', '/')).ToHashSet();
        var found = projects.ToHashSet();
        return found.Except(listed).Select(path => $"{path} is not in the solution: dotnet sln add {path}")
            .Concat(listed.Except(found).Select(path => $"{path} is in the solution and nowhere else."));
    }

    [GeneratedRegex("\"(?<path>[^\"]+\\.csproj)\"")]
    private static partial Regex ProjectPath();
}
