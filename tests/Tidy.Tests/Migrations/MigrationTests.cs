using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CmeOrleans.Tidy.Tests.Repository;

namespace CmeOrleans.Tidy.Tests.Migrations;

/// <summary>
/// Databases out there have run the migrations. Goal: none of them is ever changed, removed or put in between. Method:
/// a list of what each file was when it was added; it is appended to and otherwise left alone.
/// </summary>
public sealed class MigrationTests
{
    private const string ListPath = "tests/Tidy.Tests/Migrations/migrations.sha256";
    private const int NumberLength = 4;

    [Fact]
    public void Migrations_are_what_they_were_when_they_were_added() =>
        Findings.RequireNone(CheckAgainstList(List(), Migrations()));

    [Fact]
    public void Migrations_are_numbered_without_gaps() =>
        Findings.RequireNone(CheckNumbers(Migrations().Select(file => file.Path)));

    [Theory]
    [InlineData("select 1;", 0)]
    [InlineData("select 2;", 1)]
    [InlineData(null, 1)]
    public void Changed_or_missing_migration_is_found(string? text, int findings)
    {
        const string Path = "src/Storage/Sqlite/Migrations/0001_a.sql";
        RepositoryFile[] files = text is null ? [] : [new(Path, text)];

        Assert.Equal(findings, CheckAgainstList($"{HashOf("select 1;")}  {Path}\n", files).Count());
    }

    [Fact]
    public void Migration_that_is_not_listed_is_found_and_the_way_is_told()
    {
        var finding = Assert.Single(CheckAgainstList("", [new("src/Storage/Sqlite/Migrations/0001_a.sql", "")]));

        Assert.Contains("sha256sum", finding, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0001_a.sql 0002_b.sql", 0)]
    [InlineData("0002_b.sql", 1)]
    [InlineData("0001_a.sql 0003_c.sql", 1)]
    [InlineData("0001_a.sql 0001_b.sql", 1)]
    [InlineData("1_a.sql", 1)]
    public void Gap_is_found(string names, int findings) =>
        Assert.Equal(findings, CheckNumbers(names.Split(' ').Select(name => $"src/Storage/Sqlite/Migrations/{name}")).Count());

    private static string List() => File.ReadAllText(Path.Combine(RepositoryTree.Root, ListPath));

    private static IEnumerable<RepositoryFile> Migrations() =>
        RepositoryTree.WithExtension(".sql").Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal)
            && file.Path.Contains("/Migrations/", StringComparison.Ordinal));

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static IEnumerable<string> CheckAgainstList(string list, IEnumerable<RepositoryFile> migrations)
    {
        var listed = list.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split("  ", 2))
            .ToDictionary(parts => parts[1].Trim(), parts => parts[0]);
        var found = migrations.ToDictionary(file => file.Path);
        foreach (var (path, hash) in listed)
        {
            if (!found.TryGetValue(path, out var file))
            {
                yield return $"{path} is listed and gone. Migrations are never removed or renamed.";
            }
            else if (HashOf(file.Text) != hash)
            {
                yield return $"{path} was changed. Migrations are never edited; write the next one.";
            }
        }

        foreach (var path in found.Keys.Where(path => !listed.ContainsKey(path)))
        {
            yield return $"{path} is new. Put it on the list: sha256sum {path} >> {ListPath}";
        }
    }

    private static IEnumerable<string> CheckNumbers(IEnumerable<string> paths)
    {
        foreach (var folder in paths.GroupBy(path => Path.GetDirectoryName(path)))
        {
            var expected = 1;
            foreach (var name in folder.Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal))
            {
                var prefix = expected.ToString(CultureInfo.InvariantCulture).PadLeft(NumberLength, '0') + "_";
                if (!name.StartsWith(prefix, StringComparison.Ordinal))
                {
                    yield return $"{folder.Key}/{name}: expected is a name that begins with {prefix}";
                    break;
                }

                expected++;
            }
        }
    }
}
