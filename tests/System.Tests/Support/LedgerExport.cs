using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace CmeOrleans.System.Tests.Support;

/// <summary>What a node exports of a <see cref="SoundStore"/>, as files, page by page.</summary>
public sealed class LedgerExport(SoundStore store) : IAsyncLifetime
{
    private readonly Dictionary<string, string> _files = [];

    /// <summary>The text of each file, by its name.</summary>
    public IReadOnlyDictionary<string, string> Files => _files;

    public async ValueTask InitializeAsync()
    {
        using var installation = await store.CopyAsync();
        await using (var node = await NodeProcess.StartAsync(installation))
        {
            await AddPagesAsync(node.Client, "/v1/learners/learner-1/ledger?limit=1", "ledger");
            await AddPagesAsync(node.Client, "/v1/checkpoints?limit=1", "checkpoints");
            await AddAsync(node.Client, "/v1/checkpoints/latest", "latest.json");
            node.Terminate();
            Assert.Equal(0, await node.ExitCodeAsync());
        }

        _files["first.json"] = JsonNode.Parse(_files["checkpoints-1.json"])!["items"]![0]!.ToJsonString();
        AddLeaves(installation, 1, "first.tsv");
        AddLeaves(installation, 2, "latest.tsv");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task AddPagesAsync(HttpClient client, string path, string name)
    {
        string? cursor = null;
        var number = 0;
        do
        {
            number++;
            var page = await AddAsync(client, cursor is null ? path : $"{path}&cursor={Uri.EscapeDataString(cursor)}", $"{name}-{number}.json");
            cursor = (string?)page["nextCursor"];
        }
        while (cursor is not null);
    }

    private async Task<JsonNode> AddAsync(HttpClient client, string path, string file)
    {
        _files[file] = Encoding.UTF8.GetString(await client.GetByteArrayAsync(new Uri(path, UriKind.Relative)));
        return JsonNode.Parse(_files[file])!;
    }

    // The statement of docs/ledger.md, for a checkpoint of choice.
    private void AddLeaves(Installation installation, int number, string file) => _files[file] = SqliteHand.ReadTabs(
        installation,
        string.Create(
            CultureInfo.InvariantCulture,
            $"select ledger_id, cast(seq as text), lower(hex(hash)) from checkpoint_leaf where number = {number}"));
}
