using System.Reflection;
using System.Text.Json.Nodes;
using CmeOrleans.System.Tests.Support;

namespace CmeOrleans.System.Tests;

/// <summary>
/// What a node exports can be verified by a script that shares no code with it, and what was changed on the way cannot.
/// </summary>
public sealed class ExportTests(LedgerExport export) : IClassFixture<LedgerExport>
{
    private static readonly string[] LedgerPages = ["ledger-1.json", "ledger-2.json", "ledger-3.json"];

    private static string ScriptPath { get; } = typeof(ExportTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "VerifyScriptPath").Value!;

    [Theory]
    [InlineData("learner-1: 3 rows, head 3 ", "ledger", "learner-1", "ledger-1.json", "ledger-2.json", "ledger-3.json")]
    [InlineData("2 checkpoints, 7 rows, newest ", "statements", "checkpoints-1.json", "checkpoints-2.json")]
    [InlineData("checkpoint 1: 3 leaves, 6 rows, root ", "checkpoint", "first.json", "first.tsv")]
    [InlineData("checkpoint 2: 1 leaves, 7 rows, root ", "checkpoint", "latest.json", "latest.tsv")]
    public async Task An_export_as_it_came_holds(string summary, params string[] arguments)
    {
        var (exitCode, printed) = await VerifyAsync(export.Files, arguments);

        Assert.True(exitCode == 0, printed);
        Assert.StartsWith(summary, printed, StringComparison.Ordinal);
        Assert.DoesNotContain("FAULT", printed, StringComparison.Ordinal);
    }

    [Fact]
    public Task A_row_with_another_body_is_found() => AssertFaultAsync(
        "row 2 has another hash than its content",
        Changed("ledger-2.json", page => page["items"]![0]!["body"] = ((string)page["items"]![0]!["body"]!).Replace("Topic 2", "Topic 3", StringComparison.Ordinal)),
        ["ledger", "learner-1", .. LedgerPages]);

    [Fact]
    public Task A_row_that_is_left_out_is_found() => AssertFaultAsync(
        "row 3 where row 2 belongs", export.Files, "ledger", "learner-1", "ledger-1.json", "ledger-3.json");

    [Fact]
    public Task Rows_of_another_learner_are_found() => AssertFaultAsync(
        "row 1 has another hash than its content", export.Files, ["ledger", "learner-2", .. LedgerPages]);

    [Fact]
    public Task A_statement_with_another_number_of_rows_is_found() => AssertFaultAsync(
        "checkpoint 2 has a signature that does not hold",
        Changed("checkpoints-2.json", page => page["items"]![0]!["statement"] = ((string)page["items"]![0]!["statement"]!).Replace("\"rows\":7", "\"rows\":8", StringComparison.Ordinal)),
        "statements",
        "checkpoints-1.json",
        "checkpoints-2.json");

    [Fact]
    public Task A_signature_of_something_else_is_found() => AssertFaultAsync(
        "checkpoint 2 has a signature that does not hold",
        Changed("checkpoints-2.json", page => page["items"]![0]!["signature"] = (string?)JsonNode.Parse(export.Files["first.json"])!["signature"]),
        "statements",
        "checkpoints-1.json",
        "checkpoints-2.json");

    [Fact]
    public Task A_checkpoint_that_is_left_out_is_found() => AssertFaultAsync(
        "checkpoint 2 where 1 belongs", export.Files, "statements", "checkpoints-2.json");

    [Fact]
    public Task A_leaf_of_an_earlier_row_is_found() => AssertFaultAsync(
        "the leaves do not have the root that is stated",
        ChangedText("first.tsv", text => text.Replace("learner-3\t2", "learner-3\t1", StringComparison.Ordinal)),
        "checkpoint",
        "first.json",
        "first.tsv");

    [Fact]
    public Task A_leaf_that_is_left_out_is_found() => AssertFaultAsync(
        "2 leaves where 3 are stated",
        ChangedText("first.tsv", text => text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..]),
        "checkpoint",
        "first.json",
        "first.tsv");

    private static async Task AssertFaultAsync(string fault, IReadOnlyDictionary<string, string> files, params string[] arguments)
    {
        var (exitCode, printed) = await VerifyAsync(files, arguments);

        Assert.True(exitCode == 1, printed);
        Assert.Contains($"FAULT: {fault}\n", printed, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Printed)> VerifyAsync(IReadOnlyDictionary<string, string> files, string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("cme-export-").FullName;
        try
        {
            foreach (var (name, text) in files)
            {
                await File.WriteAllTextAsync(Path.Combine(folder, name), text);
            }

            var (exitCode, printed, errors) = await Tool.RunAsync("python3", "python3", folder, [ScriptPath, .. arguments]);
            return (exitCode, printed + errors);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private Dictionary<string, string> Changed(string file, Action<JsonNode> change) => ChangedText(file, text =>
    {
        var node = JsonNode.Parse(text)!;
        change(node);
        return node.ToJsonString();
    });

    private Dictionary<string, string> ChangedText(string file, Func<string, string> change)
    {
        var files = export.Files.ToDictionary(StringComparer.Ordinal);
        files[file] = change(files[file]);
        Assert.NotEqual(export.Files[file], files[file]);
        return files;
    }
}
