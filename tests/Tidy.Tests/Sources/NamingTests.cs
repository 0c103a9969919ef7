using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CmeOrleans.Tidy.Tests.Repository;

namespace CmeOrleans.Tidy.Tests.Sources;

/// <summary>A file, its folder and its namespace say what is in it.</summary>
public sealed partial class NamingTests
{
    private const int CompanionLinesMax = 60;

    /// <summary>Its types stand in the namespaces of Orleans and are named by Orleans, word for word.</summary>
    private const string NamedByOrleans = "src/Orleans.InProcess/";

    private static readonly ImmutableHashSet<string> CompanionKinds = ["record", "enum", "interface"];

    [Fact]
    public void Files_are_named_after_the_type_they_hold() =>
        Findings.RequireNone(RepositoryTree.CodeBelow("src", "tests", "bench").SelectMany(CheckFileName));

    [Fact]
    public void Files_have_one_public_type_and_small_companions() =>
        Findings.RequireNone(RepositoryTree.CodeBelow("src", "bench").SelectMany(CheckCompanions));

    [Fact]
    public void Names_say_what_a_thing_is() =>
        Findings.RequireNone(RepositoryTree.CodeBelow("src", "tests", "bench").Where(IsOurs).SelectMany(CheckWords));

    [Fact]
    public void Namespaces_are_file_scoped_and_follow_the_folders() =>
        Findings.RequireNone(RepositoryTree.CodeBelow("src", "tests", "bench").Where(IsOurs).SelectMany(file => CheckNamespace(file, RootNamespaceOf(file))));

    [Theory]
    [InlineData("A.cs", "public sealed class A;", 0)]
    [InlineData("A.InProcess.cs", "static class A { }", 0)]
    [InlineData("AOfItems.cs", "interface A<T> { }", 0)]
    [InlineData("Program.cs", "return 0;", 0)]
    [InlineData("A.cs", "class B { } class A { }", 0)]
    [InlineData("A.cs", "class B { class A { } }", 1)]
    [InlineData("AOfItems.cs", "interface A { }", 1)]
    public void File_named_otherwise_is_found(string name, string text, int findings) =>
        Assert.Equal(findings, CheckFileName(new($"src/Domain/{name}", text)).Count());

    [Theory]
    [InlineData("public class A { } internal class B { }", 0)]
    [InlineData("public class A { } public record B(int C);", 0)]
    [InlineData("public class A { } public class B { }", 1)]
    [InlineData("public enum A { } public struct B { }", 1)]
    public void Second_public_type_is_found(string text, int findings) =>
        Assert.Equal(findings, CheckCompanions(new("src/Domain/A.cs", text)).Count());

    [Theory]
    [InlineData("src/Domain/A.cs", "class Database { }", 0)]
    [InlineData("src/Domain/Utils/A.cs", "class A { }", 1)]
    [InlineData("src/Domain/A.cs", "class LedgerHelper { }", 1)]
    [InlineData("src/Domain/A.cs", "class LedgerBase { }", 1)]
    [InlineData("src/Domain/A.cs", "class ClaimManager { }", 1)]
    public void Empty_word_is_found(string path, string text, int findings) =>
        Assert.Equal(findings, CheckWords(new(path, text)).Count());

    [Theory]
    [InlineData("namespace CmeOrleans.Domain.Ledger;", 0)]
    [InlineData("namespace CmeOrleans.Domain;", 1)]
    [InlineData("namespace CmeOrleans.Domain.Ledger { }", 1)]
    [InlineData("class A { }", 1)]
    public void Other_namespace_is_found(string text, int findings) =>
        Assert.Equal(findings, CheckNamespace(new("src/Domain/Ledger/A.cs", text), "CmeOrleans.Domain").Count());

    [Theory]
    [InlineData("tests/A.Tests/Parts/B.cs", "namespace CmeOrleans.A.Tests;", 0)]
    [InlineData("tests/A.Tests/Parts/B.cs", "namespace CmeOrleans.A.Tests.Parts;", 0)]
    [InlineData("tests/A.Tests/Parts/B.cs", "namespace CmeOrleans.B.Tests;", 1)]
    public void Test_in_another_namespace_is_found(string path, string text, int findings) =>
        Assert.Equal(findings, CheckNamespace(new(path, text), "CmeOrleans.A.Tests").Count());

    [Theory]
    [InlineData("<RootNamespace>CmeOrleans.SystemTests</RootNamespace>", "CmeOrleans.SystemTests")]
    [InlineData("", "CmeOrleans.System.Tests")]
    public void Root_of_the_namespaces_is_that_of_the_project(string property, string expected) =>
        Assert.Equal(expected, RootNamespaceIn($"<Project><PropertyGroup>{property}</PropertyGroup></Project>", "System.Tests"));

    private static bool IsOurs(RepositoryFile file) => !file.Path.StartsWith(NamedByOrleans, StringComparison.Ordinal);

    private static IEnumerable<string> CheckFileName(RepositoryFile file)
    {
        var types = file.Code.Outline.Types.Where(type => type.IsAtTop).ToList();
        if (types.Count > 0 && !types.Exists(type => IsNamedAfter(file, type)) && !IsListOfTests(file))
        {
            yield return $"{file.At(types[0].Position)}: the first type is {types[0].Name}; a file is named after the type it holds.";
        }
    }

    private static bool IsNamedAfter(RepositoryFile file, OutlinedType type)
    {
        var name = file.Name.Split('.')[0];
        return name == type.Name
            || (name.StartsWith(type.Name + "Of", StringComparison.Ordinal)
                && file.Code.Code[type.Position..].TrimStart().StartsWith($"{type.Kind} {type.Name}<", StringComparison.Ordinal));
    }

    /// <summary>Tests that are written once and run on several stores are bound to each of them by one line; the lines lie together.</summary>
    private static bool IsListOfTests(RepositoryFile file) =>
        file.Path.StartsWith("tests/", StringComparison.Ordinal)
        && file.Code.Outline.Types.Length > 1
        && file.Code.Outline.Types.All(type => type is { Kind: "class", Lines: 1 });

    private static IEnumerable<string> CheckCompanions(RepositoryFile file) =>
        file.Code.Outline.Types
            .Where(type => type.IsAtTop && type.IsPublic)
            .Skip(1)
            .Where(type => !CompanionKinds.Contains(type.Kind) || type.Lines > CompanionLinesMax)
            .Select(type => $"{file.At(type.Position)}: {type.Name} is a second public type and no small companion; give it a file.");

    private static IEnumerable<string> CheckWords(RepositoryFile file) =>
        file.Path.Split('/')[..^1]
            .Where(folder => EmptyFolder().IsMatch(folder))
            .Select(folder => $"{file.Path}: the folder {folder} does not say what is in it.")
            .Concat(file.Code.Outline.Types
                .Where(type => EmptyEnding().IsMatch(type.Name))
                .Select(type => $"{file.At(type.Position)}: {type.Name} does not say what it is."));

    private static string RootNamespaceOf(RepositoryFile file)
    {
        var parts = file.Path.Split('/');
        var projectPath = $"{parts[0]}/{parts[1]}/{parts[1]}.csproj";
        return RootNamespaceIn(RepositoryTree.Files.Single(other => other.Path == projectPath).Text, parts[1]);
    }

    private static string RootNamespaceIn(string project, string name) =>
        (string?)XDocument.Parse(project).Descendants("RootNamespace").FirstOrDefault() ?? $"CmeOrleans.{name}";

    private static IEnumerable<string> CheckNamespace(RepositoryFile file, string root)
    {
        // A program of top-level statements has no namespace.
        if (file.Name == "Program.cs")
        {
            yield break;
        }

        var expected = string.Join('.', [root, .. file.Path.Split('/')[2..^1]]);
        var declared = NamespaceOfFile().Match(file.Code.Code).Groups["name"].Value;

        // Tests and measurements may put all of a project into one namespace, also what is chosen by a build property.
        var isOfProject = !file.Path.StartsWith("src/", StringComparison.Ordinal) && declared == root;
        if (declared != expected && !isOfProject)
        {
            yield return $"{file.Path}: expected is namespace {expected};";
        }
    }

    [GeneratedRegex("^(Common|Shared|Utils?|Utilities|Helpers?|Managers?|Base|Misc)$")]
    private static partial Regex EmptyFolder();

    [GeneratedRegex("(Common|Shared|Utils?|Utilities|Helpers?|Managers?|Base)$")]
    private static partial Regex EmptyEnding();

    [GeneratedRegex(@"^\s*namespace\s+(?<name>[\w.]+)\s*;", RegexOptions.Multiline)]
    private static partial Regex NamespaceOfFile();
}
