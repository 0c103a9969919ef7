using System.Security.Cryptography;
using System.Text;
using CmeOrleans.Domain.Proof;
using CmeOrleans.Grains.Interfaces.Checkpoints;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Grains.Checkpoints;

/// <inheritdoc cref="ICheckpointGrain"/>
public sealed class CheckpointGrain(
    ICheckpointStore store, TrialBalanceAudit audit, ICheckpointSigner signer, TimeProvider time)
    : Grain, ICheckpointGrain, IRemindable
{
    private const string Reminder = "checkpoint";
    private const int AttemptsMax = 3;

    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);
    private static readonly string NoPrevious = new('0', 2 * SHA256.HashSizeInBytes);

    public Task StartAsync() => this.RegisterOrUpdateReminder(Reminder, Period, Period);

    public Task ReceiveReminder(string reminderName, TickStatus status) => TakeAsync();

    public async Task<CheckpointView?> TakeAsync()
    {
        for (var attempt = 1; attempt <= AttemptsMax; attempt++)
        {
            var latest = await store.ReadLatestAsync(CancellationToken.None);
            var changed = await store.ReadChangedAsync(latest, CancellationToken.None);
            if (changed.Heads.IsEmpty)
            {
                return latest is null ? null : ToView(latest);
            }

            var checkpoint = Sign(latest, changed);
            if (await store.AppendAsync(checkpoint, changed.Heads, CancellationToken.None))
            {
                return ToView(checkpoint);
            }
        }

        // Other nodes take them too; the rows are covered by theirs or by the next one.
        return await GetLatestAsync();
    }

    public async Task<CheckpointView?> GetLatestAsync() =>
        await store.ReadLatestAsync(CancellationToken.None) is { } latest ? ToView(latest) : null;

    public async Task<CheckpointPage> ListAsync(long afterNumber, int limit)
    {
        var page = await store.ReadPageAsync(afterNumber, limit + 1, CancellationToken.None);
        return new() { Items = [.. page.Take(limit).Select(ToView)], HasMore = page.Length > limit };
    }

    public async Task<TrialBalanceView> GetTrialBalanceAsync() =>
        TrialBalanceViews.ToView(await audit.RunAsync());

    private StoredCheckpoint Sign(StoredCheckpoint? latest, ChangedLedgers changed)
    {
        var leaves = changed.Heads.Select(head => MerkleTree.HashLeaf(CheckpointStatement.Leaf(head.LedgerId, head.Seq, head.Hash.Span))).ToArray();
        var statement = new CheckpointStatement
        {
            Number = (latest?.Number ?? 0) + 1,
            At = time.GetUtcNow(),
            Root = Convert.ToHexStringLower(MerkleTree.Root(leaves)),
            Leaves = leaves.Length,
            Rows = (latest is null ? 0 : CheckpointStatement.Parse(latest.Statement.Span).Rows) + changed.Rows,
            Previous = latest is null ? NoPrevious : Convert.ToHexStringLower(SHA256.HashData(latest.Statement.Span)),
        };
        var bytes = statement.ToBytes();
        return new(statement.Number, statement.At, bytes, signer.Sign(bytes), signer.KeyId, changed.Watermark);
    }

    private CheckpointView ToView(StoredCheckpoint checkpoint) => new()
    {
        Number = checkpoint.Number,
        At = checkpoint.At,
        Statement = Encoding.UTF8.GetString(checkpoint.Statement.Span),
        Signature = Convert.ToBase64String(checkpoint.Signature.Span),
        KeyId = checkpoint.KeyId,
        PublicKey = checkpoint.KeyId == signer.KeyId ? signer.PublicKeyPem : "",
    };
}
