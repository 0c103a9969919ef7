using System.Collections.Immutable;
using System.Xml.Linq;
using CmeOrleans.Tidy.Tests.Repository;

namespace CmeOrleans.Tidy.Tests.Rooms;

/// <summary>Which project may refer to which, and which one sees which package.</summary>
public sealed class ProjectReferenceTests
{
    /// <summary>Its licence does not go with ours.</summary>
    private const string Nobody = "nobody";

    /// <summary>Packages that one room hides from all others, by the beginning of their names.</summary>
    private static readonly ImmutableArray<(string Package, string Room)> Hidden =
    [
        ("Npgsql", "Storage"),
        ("Dapper", "Storage"),
        ("Microsoft.Data.Sqlite", "Storage"),
        ("SQLitePCLRaw", "Storage"),
        ("PDFsharp", Nobody),
        ("QuestPDF", Nobody),
        ("QRCoder", "Certificates"),
        ("System.CommandLine", "WebApi"),
    ];

    private static readonly ImmutableHashSet<string> PackagesOfContracts =
        ["Microsoft.Orleans.Sdk", "Microsoft.Orleans.Streaming", "Microsoft.Orleans.Reminders"];

    [Fact]
    public void Rooms_refer_only_to_rooms_they_may_know() =>
        Findings.RequireNone(RepositoryTree.WithExtension(".csproj").Where(IsRoom).SelectMany(Check));

    [Theory]
    [InlineData("Domain", "<ProjectReference Include='../Grains/Grains.csproj' />", 1)]
    [InlineData("Grains.Interfaces", "<ProjectReference Include='../Domain/Domain.csproj' />", 1)]
    [InlineData("Grains.Interfaces", "<PackageReference Include='Npgsql' />", 2)]
    [InlineData("Grains", "<ProjectReference Include='..\\Storage\\Storage.csproj' />", 1)]
    [InlineData("WebApi", "<ProjectReference Include='../Domain/Domain.csproj' />", 1)]
    [InlineData("Silo", "<PackageReference Include='PDFsharp' />", 1)]
    [InlineData("Domain", "<PackageReference Include='Polly.Core' />", 1)]
    [InlineData("Basement", "", 1)]
    [InlineData("WebApi", "<ProjectReference Include='../Silo/Silo.csproj' />", 0)]
    [InlineData("Storage", "<PackageReference Include='Npgsql' />", 0)]
    public void Forbidden_reference_is_found(string room, string item, int findings) =>
        Assert.Equal(findings, Check(new($"src/{room}/{room}.csproj", $"<Project><ItemGroup>{item}</ItemGroup></Project>")).Count());

    private static bool IsRoom(RepositoryFile file) => file.Path.StartsWith("src/", StringComparison.Ordinal);

    private static IEnumerable<string> Check(RepositoryFile file)
    {
        var name = Room.NameOf(file.Path);
        if (Room.Find(name) is not { } room)
        {
            yield return $"{file.Path}: there is no room of this name; docs/architecture.md and this test list them.";
            yield break;
        }

        var project = XDocument.Parse(file.Text);
        foreach (var path in Items(project, "ProjectReference"))
        {
            var target = Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));
            if (!room.References.Contains(target))
            {
                yield return $"{file.Path}: {name} may not refer to {target}.";
            }
        }

        foreach (var package in Items(project, "PackageReference"))
        {
            if (Hidden.FirstOrDefault(hidden => package.StartsWith(hidden.Package, StringComparison.Ordinal)) is { Room: { } owner } && owner != name)
            {
                yield return $"{file.Path}: only {owner} sees {package}.";
            }

            if (name == "Domain" || (name == "Grains.Interfaces" && !PackagesOfContracts.Contains(package)))
            {
                yield return $"{file.Path}: {name} takes no package {package}.";
            }
        }
    }

    private static IEnumerable<string> Items(XDocument project, string kind) =>
        project.Descendants(kind).Select(item => (string?)item.Attribute("Include") ?? "");
}
