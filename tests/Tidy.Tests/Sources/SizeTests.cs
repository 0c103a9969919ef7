using CmeOrleans.Tidy.Tests.Repository;

namespace CmeOrleans.Tidy.Tests.Sources;

/// <summary>What fits on a few screens can be read in one go.</summary>
public sealed class SizeTests
{
    private const int FileLinesMax = 400;
    private const int MemberLinesMax = 70;

    [Fact]
    public void Files_have_at_most_400_lines_and_methods_at_most_70() =>
        Findings.RequireNone(RepositoryTree.CodeBelow("src", "tests", "bench").SelectMany(Check));

    [Theory]
    [InlineData(400, 0)]
    [InlineData(401, 1)]
    public void Long_file_is_found(int lines, int findings) =>
        Assert.Equal(findings, Check(new("src/A.cs", string.Concat(Enumerable.Repeat("// line\n", lines)))).Count());

    [Theory]
    [InlineData(68, 0)]
    [InlineData(69, 1)]
    public void Long_method_is_found(int statements, int findings)
    {
        var body = string.Concat(Enumerable.Repeat("        Go();\n", statements));

        Assert.Equal(findings, Check(new("src/A.cs", $"class A\n{{\n    void B()\n    {{\n{body}    }}\n}}\n")).Count());
    }

    private static IEnumerable<string> Check(RepositoryFile file)
    {
        var lines = file.Text.AsSpan().TrimEnd('\n').Count('\n') + 1;
        if (lines > FileLinesMax)
        {
            yield return $"{file.Path}: {lines} lines; {FileLinesMax} are the most.";
        }

        foreach (var member in file.Code.Outline.Members.Where(member => member.Lines > MemberLinesMax))
        {
            yield return $"{file.At(member.Position)}: {member.Name} has {member.Lines} lines; {MemberLinesMax} are the most.";
        }
    }
}
