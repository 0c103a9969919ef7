using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CmeOrleans.Tidy.Tests.Repository;

namespace CmeOrleans.Tidy.Tests.Rooms;

/// <summary>
/// What code uses. References between projects are transitive, so the compiler lets code see rooms that its project file
/// does not name; this test does not.
/// </summary>
public sealed partial class NamespaceUseTests
{
    /// <summary>Words that only some rooms may use, as regular expressions over code without strings and comments.</summary>
    private static readonly ImmutableArray<(Regex Word, ImmutableHashSet<string> Rooms, string Reason)> Words =
    [
        (NpgsqlWord(), ["Storage"], "Only Storage talks to PostgreSQL."),
        (SqliteWord(), ["Storage"], "Only Storage talks to SQLite."),
        (PdfWord(), [], "PDF is written in Certificates, see docs/decisions/0003-our-own-pdf-writer.md."),
        (HttpWord(), ["WebApi", "Silo", "BoardReporting"], "HTTP is the business of the front door, of the node's own ports and of board clients."),
        (OrleansWord(), ["Grains.Interfaces", "Grains", "Storage", "Silo", "WebApi", "Orleans.InProcess", "BoardReporting"], "Rules and papers know no actors."),
    ];

    [Fact]
    public void Rooms_use_only_rooms_they_may_know() =>
        Findings.RequireNone(RepositoryTree.CodeBelow("src").SelectMany(CheckRooms));

    [Fact]
    public void Words_stay_in_their_rooms() =>
        Findings.RequireNone(RepositoryTree.CodeBelow("src").SelectMany(CheckWords));

    [Fact]
    public void Rules_are_pure() =>
        Findings.RequireNone(RepositoryTree.CodeBelow("src/Domain").SelectMany(CheckPurity));

    [Fact]
    public void Statements_in_sql_are_in_storage() =>
        Findings.RequireNone(RepositoryTree.CodeBelow("src").SelectMany(CheckSql));

    [Theory]
    [InlineData("WebApi", "using CmeOrleans.Domain;", 1)]
    [InlineData("WebApi", "using CmeOrleans.Grains.Learners;", 1)]
    [InlineData("WebApi", "var a = CmeOrleans.Storage.Journal.A;", 1)]
    [InlineData("Grains.Interfaces", "using CmeOrleans.Domain.Ledger;", 1)]
    [InlineData("Grains", "using CmeOrleans.Silo;", 1)]
    [InlineData("Domain", "global using CmeOrleans.Grains;", 1)]
    [InlineData("WebApi", "using CmeOrleans.Grains.Interfaces.Learners;", 0)]
    [InlineData("WebApi", "using CmeOrleans.WebApi.Claims; // not CmeOrleans.Domain", 0)]
    public void Forbidden_room_is_found(string room, string text, int findings) =>
        Assert.Equal(findings, CheckRooms(new($"src/{room}/A.cs", text)).Count());

    [Theory]
    [InlineData("Grains", "using Npgsql;", 1)]
    [InlineData("Silo", "using Microsoft.Data.Sqlite;", 1)]
    [InlineData("Grains", "using PdfSharp.Pdf;", 1)]
    [InlineData("Grains", "using System.Net.Http;", 1)]
    [InlineData("Grains", "new HttpClient();", 1)]
    [InlineData("Certificates", "using Microsoft.AspNetCore.Http;", 1)]
    [InlineData("Domain", "using Orleans;", 1)]
    [InlineData("Storage", "using Npgsql; using Orleans.Storage;", 0)]
    public void Word_in_another_room_is_found(string room, string text, int findings) =>
        Assert.Equal(findings, CheckWords(new($"src/{room}/A.cs", text)).Count());

    [Theory]
    [InlineData("TimeProvider.System.GetUtcNow()", 1)]
    [InlineData("Guid.NewGuid()", 1)]
    [InlineData("Random.Shared.Next()", 1)]
    [InlineData("RandomNumberGenerator.Fill(bytes)", 1)]
    [InlineData("File.ReadAllText(path)", 1)]
    [InlineData("using Microsoft.Extensions.Logging;", 1)]
    [InlineData("Environment.GetEnvironmentVariable(name)", 1)]
    [InlineData("SHA256.HashData(bytes)", 0)]
    public void Impure_rule_is_found(string text, int findings) =>
        Assert.Equal(findings, CheckPurity(new("src/Domain/A.cs", text)).Count());

    [Theory]
    [InlineData("Grains", "const string Sql = \"select a from b\";", 1)]
    [InlineData("Silo", "const string Sql = \"\"\"\n  insert into a values ($1)\n  \"\"\";", 1)]
    [InlineData("Storage", "const string Sql = \"select a from b\";", 0)]
    [InlineData("Grains", "// select a from b\nvar text = \"Select one.\";", 0)]
    public void Statement_elsewhere_is_found(string room, string text, int findings) =>
        Assert.Equal(findings, CheckSql(new($"src/{room}/A.cs", text)).Count());

    private static IEnumerable<string> CheckRooms(RepositoryFile file)
    {
        var own = Room.NameOf(file.Path);
        foreach (Match match in OurNamespace().Matches(file.Code.Code))
        {
            var used = Room.NameOfNamespace(match.Value);
            if (used is not null && used != own && Room.Find(own)?.Knows.Contains(used) != true)
            {
                yield return $"{file.At(match.Index)}: {own} may not know {match.Value}.";
            }
        }
    }

    private static IEnumerable<string> CheckWords(RepositoryFile file) =>
        from word in Words
        where !word.Rooms.Contains(Room.NameOf(file.Path))
        from Match match in word.Word.Matches(file.Code.Code)
        select $"{file.At(match.Index)}: {match.Value.Trim()}. {word.Reason}";

    private static IEnumerable<string> CheckPurity(RepositoryFile file) =>
        Impure().Matches(file.Code.Code).Select(match => $"{file.At(match.Index)}: {match.Value.Trim()} in Domain, which has no clock, I/O, chance or logging.");

    private static IEnumerable<string> CheckSql(RepositoryFile file) =>
        Room.NameOf(file.Path) == "Storage"
            ? []
            : Sql().Matches(file.Code.CodeAndStrings).Select(match => $"{file.At(match.Index)}: SQL outside Storage.");

    [GeneratedRegex(@"\bCmeOrleans(\.\w+)+")]
    private static partial Regex OurNamespace();

    [GeneratedRegex(@"\busing Npgsql\b|\bNpgsql\.\w|\bNpgsql(Connection|Command|DataSource|Parameter|Exception)\w*")]
    private static partial Regex NpgsqlWord();

    [GeneratedRegex(@"\bMicrosoft\.Data\.Sqlite\b|\bSqliteConnection\b|\bSQLitePCL\b")]
    private static partial Regex SqliteWord();

    [GeneratedRegex(@"\b(PdfSharp|QuestPDF|iText|MigraDoc)\b")]
    private static partial Regex PdfWord();

    [GeneratedRegex(@"\bSystem\.Net\.Http\b|\bHttpClient\b|\bMicrosoft\.AspNetCore\.(Http|Mvc|Routing|Builder)\b|\bIHttpClientFactory\b")]
    private static partial Regex HttpWord();

    [GeneratedRegex(@"using Orleans\b|\bIGrainFactory\b")]
    private static partial Regex OrleansWord();

    [GeneratedRegex(@"\bTimeProvider\b|\bDateTime(Offset)?\.(Utc)?Now\b|\bGuid\.(NewGuid|CreateVersion7\(\))|\bRandom\b\.|\bnew Random\b|\bRandomNumberGenerator\b|\b(File|Directory|Console|Environment)\.\w|\bnew (FileStream|Thread)\b|\bTask\.Run\b|\busing (Microsoft|System\.Net|System\.IO)\b")]
    private static partial Regex Impure();

    [GeneratedRegex("\"[^\"]*?\\b(select\\s[^\";]+?\\sfrom\\s|insert\\s+into\\s|update\\s+\\w+\\s+set\\s|delete\\s+from\\s|create\\s+(table|index|trigger)\\s)", RegexOptions.IgnoreCase)]
    private static partial Regex Sql();
}
