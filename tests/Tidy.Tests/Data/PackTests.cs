using System.Text.Json;
using CmeOrleans.Tidy.Tests.Repository;

namespace CmeOrleans.Tidy.Tests.Data;

/// <summary>Rules of others that we keep as data say where they come from and when they were looked up.</summary>
public sealed class PackTests
{
    [Fact]
    public void Packs_name_their_source_and_date() =>
        Findings.RequireNone(RepositoryTree.Files.Where(file => file.Path.StartsWith("data/", StringComparison.Ordinal)).SelectMany(Check));

    [Theory]
    [InlineData("data/a.json", "{\"source\":\"Owner, page\",\"asOf\":\"2026-11-01\",\"items\":[]}", 0)]
    [InlineData("data/a.json", "{\"items\":[{\"source\":\"Owner\",\"asOf\":\"2026-11-01\"}]}", 0)]
    [InlineData("data/a.json", "{\"items\":[{\"source\":\"Owner\"}]}", 1)]
    [InlineData("data/a.json", "{\"source\":\"\",\"asOf\":\"2026-11-01\",\"items\":[]}", 1)]
    [InlineData("data/a.json", "{\"source\":\"Owner\",\"asOf\":\"lately\",\"items\":[]}", 1)]
    [InlineData("data/a.csv", "state,hours,source,as_of\nTX,48,https://example.org,2026-11-01\n", 0)]
    [InlineData("data/a.csv", "state,hours\nTX,48\n", 1)]
    [InlineData("data/a.csv", "state,source,as_of\nTX,,2026-11-01\n", 1)]
    public void Pack_without_them_is_found(string path, string text, int findings) =>
        Assert.Equal(findings, Check(new(path, text)).Count());

    private static IEnumerable<string> Check(RepositoryFile file) => Path.GetExtension(file.Path) switch
    {
        ".json" => CheckJson(file),
        ".csv" => CheckCsv(file),
        _ => [],
    };

    private static IEnumerable<string> CheckJson(RepositoryFile file)
    {
        using var document = JsonDocument.Parse(file.Text);
        var root = document.RootElement;
        if (IsSourced(root))
        {
            return [];
        }

        var entries = root.ValueKind is JsonValueKind.Array ? [root] : root.EnumerateObject().Select(property => property.Value)
            .Where(value => value.ValueKind is JsonValueKind.Array).ToList();
        var areAllSourced = entries.Count > 0 && entries.TrueForAll(list => list.GetArrayLength() > 0 && list.EnumerateArray().All(IsSourced));
        return areAllSourced ? [] : [$"{file.Path}: neither the pack nor each of its entries has source and asOf."];
    }

    private static bool IsSourced(JsonElement element) =>
        element.ValueKind is JsonValueKind.Object
        && element.TryGetProperty("source", out var source)
        && source.ValueKind is JsonValueKind.String
        && !string.IsNullOrWhiteSpace(source.GetString())
        && element.TryGetProperty("asOf", out var asOf)
        && DateOnly.TryParseExact(asOf.GetString(), "yyyy-MM-dd", out _);

    private static IEnumerable<string> CheckCsv(RepositoryFile file)
    {
        var lines = file.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var header = lines[0].Trim().Split(',');
        var (source, asOf) = (Array.IndexOf(header, "source"), Array.IndexOf(header, "as_of"));
        if (source < 0 || asOf < 0)
        {
            return [$"{file.Path}: the columns source and as_of are missing."];
        }

        // A quoted field may hold commas; then only the presence of the columns is checked.
        return lines.Skip(1)
            .Select((line, index) => (Fields: line.Trim().Split(','), Number: index + 2, IsQuoted: line.Contains('"', StringComparison.Ordinal)))
            .Where(row => !row.IsQuoted && (row.Fields.Length != header.Length || row.Fields[source].Length == 0 || row.Fields[asOf].Length == 0))
            .Select(row => $"{file.Path}:{row.Number}: source or as_of is empty.");
    }
}
