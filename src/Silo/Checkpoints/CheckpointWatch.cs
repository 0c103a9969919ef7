using System.Text;
using System.Text.Json;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Silo.Health;
using CmeOrleans.Silo.Identity;
using CmeOrleans.Silo.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Silo.Checkpoints;

/// <summary>
/// Compares the store with the newest checkpoint that this node knows: at the start, before anything is served, and
/// from time to time. A store behind it was set back, by a restored backup or by a hand; the node then serves nobody.
/// </summary>
internal sealed partial class CheckpointWatch(
    ICheckpointStore store,
    ICheckpointSigner signer,
    StoreIdentityGuard identity,
    NodeState state,
    IOptions<NodeOptions> node,
    IOptions<CheckpointOptions> options,
    TimeProvider time,
    ILogger<CheckpointWatch> logger) : BackgroundService
{
    /// <summary>The first comparison, which also looks at every ledger that a checkpoint covers.</summary>
    /// <exception cref="SettingException">The node's own file cannot be read.</exception>
    /// <exception cref="StorageUnavailableException">The store does not answer.</exception>
    public async Task VerifyAsync(CancellationToken cancellationToken)
    {
        await CompareAsync(cancellationToken);
        if (await store.ListBehindAsync(1, cancellationToken) is [var behind, ..])
        {
            Refuse($"Ledger {behind.LedgerId} does not hold what its newest checkpoint says of row {behind.Seq}.");
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await state.WaitUntilOpenAsync(stoppingToken);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.CompareEverySeconds), time);
        while (state.Refusal is null && await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CompareAsync(stoppingToken);
            }
            catch (StorageUnavailableException exception)
            {
                // Readiness says so already; the next tick compares again.
                LogNotCompared(exception);
            }
        }
    }

    private async Task CompareAsync(CancellationToken cancellationToken)
    {
        var file = new KnownCheckpointFile(node.Value.DataFolder, identity.StoreId);
        var known = await ReadKnownAsync(file, cancellationToken);
        var latest = await store.ReadLatestAsync(cancellationToken);
        if (known is not null && await IsSetBackAsync(known, latest, cancellationToken))
        {
            Refuse(
                $"The store is behind checkpoint {known.Number} of {known.At:u}, which this node knows: it was set back. "
                + $"To accept the store as it is, stop the node and remove {file.Path}.");
            return;
        }

        if (latest is not null && latest.KeyId == signer.KeyId && !signer.Verify(latest.Statement.Span, latest.Signature.Span))
        {
            Refuse($"Checkpoint {latest.Number} was changed: its signature does not fit what it states.");
            return;
        }

        if (latest is not null && latest.Number > (known?.Number ?? 0))
        {
            await file.WriteAsync(
                new()
                {
                    Number = latest.Number,
                    At = latest.At,
                    Statement = Encoding.UTF8.GetString(latest.Statement.Span),
                    Signature = Convert.ToBase64String(latest.Signature.Span),
                    KeyId = latest.KeyId,
                },
                cancellationToken);
        }
    }

    private static async Task<KnownCheckpoint?> ReadKnownAsync(KnownCheckpointFile file, CancellationToken cancellationToken)
    {
        try
        {
            return await file.ReadAsync(cancellationToken);
        }
        catch (JsonException exception)
        {
            throw new SettingException("DataFolder", $"{file.Path} does not hold a checkpoint.", exception);
        }
    }

    private async Task<bool> IsSetBackAsync(KnownCheckpoint known, StoredCheckpoint? latest, CancellationToken cancellationToken)
    {
        if (latest is null || latest.Number < known.Number)
        {
            return true;
        }

        var same = latest.Number == known.Number
            ? latest
            : (await store.ReadPageAsync(known.Number - 1, 1, cancellationToken)).FirstOrDefault();

        // The number alone is not enough: a store that was set back goes on counting.
        return same is null
            || same.Number != known.Number
            || !same.Statement.Span.SequenceEqual(Encoding.UTF8.GetBytes(known.Statement));
    }

    private void Refuse(string reason)
    {
        state.Refuse(reason);
        LogRefusing(reason);
    }

    [LoggerMessage(LogLevel.Critical, "The node serves nobody. {Reason}")]
    private partial void LogRefusing(string reason);

    [LoggerMessage(LogLevel.Warning, "The store was not compared with the newest known checkpoint, since it does not answer.")]
    private partial void LogNotCompared(Exception exception);
}
