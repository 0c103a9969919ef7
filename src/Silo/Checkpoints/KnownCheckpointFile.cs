using System.Text.Json;

namespace CmeOrleans.Silo.Checkpoints;

/// <summary>
/// The file that holds the newest checkpoint of one store. It lies outside the store so that a store that was set back
/// is noticed.
/// </summary>
internal sealed class KnownCheckpointFile(string dataFolder, string storeId)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Where the file is; removing it is how an operator accepts a store that was set back on purpose.</summary>
    public string Path { get; } = System.IO.Path.Combine(dataFolder, "checkpoints", $"{storeId}.json");

    /// <exception cref="JsonException">The file does not hold a checkpoint.</exception>
    public async Task<KnownCheckpoint?> ReadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(Path))
        {
            return null;
        }

        await using var file = File.OpenRead(Path);
        return await JsonSerializer.DeserializeAsync<KnownCheckpoint>(file, Json, cancellationToken);
    }

    /// <summary>Replaces the file as a whole: after a crash it holds the old or the new checkpoint.</summary>
    public async Task WriteAsync(KnownCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        var draftPath = $"{Path}.{Environment.ProcessId}.draft";
        await using (var draft = File.Create(draftPath))
        {
            await JsonSerializer.SerializeAsync(draft, checkpoint, Json, cancellationToken);
            draft.Flush(flushToDisk: true);
        }

        File.Move(draftPath, Path, overwrite: true);
    }
}
