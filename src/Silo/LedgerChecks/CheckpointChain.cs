using System.Security.Cryptography;
using System.Text.Json;
using CmeOrleans.Domain.Proof;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Silo.LedgerChecks;

/// <summary>Checks every checkpoint: its number, its link to the one before, the root over its leaves, and its signature.</summary>
internal sealed class CheckpointChain(ICheckpointStore store, ICheckpointSigner signer)
{
    private const int CheckpointsPerPage = 100;

    private static readonly string NoPrevious = new('0', 2 * SHA256.HashSizeInBytes);

    private string _expectedPrevious = NoPrevious;

    public long CheckpointsCount { get; private set; }

    /// <summary>Checkpoints signed by a key that this node does not hold.</summary>
    public long ForeignSignaturesCount { get; private set; }

    public async Task CheckAsync(Action<string> report, CancellationToken cancellationToken)
    {
        long afterNumber;
        int pageLength;
        do
        {
            afterNumber = CheckpointsCount;
            var page = await store.ReadPageAsync(afterNumber, CheckpointsPerPage, cancellationToken);
            pageLength = page.Length;
            foreach (var checkpoint in page)
            {
                CheckpointsCount++;
                if (checkpoint.Number != CheckpointsCount)
                {
                    report($"Checkpoint {CheckpointsCount} is missing.");
                    CheckpointsCount = checkpoint.Number;
                }

                await CheckAsync(checkpoint, report, cancellationToken);
            }
        }
        while (pageLength == CheckpointsPerPage);
    }

    private async Task CheckAsync(StoredCheckpoint checkpoint, Action<string> report, CancellationToken cancellationToken)
    {
        CheckSignature(checkpoint, report);
        try
        {
            var statement = CheckpointStatement.Parse(checkpoint.Statement.Span);
            if (statement.Number != checkpoint.Number)
            {
                report($"Checkpoint {checkpoint.Number} states another number, {statement.Number}.");
            }

            if (statement.Previous != _expectedPrevious)
            {
                report($"Checkpoint {checkpoint.Number} does not follow the one before it.");
            }

            var leaves = await store.ReadLeavesAsync(checkpoint.Number, cancellationToken);
            var root = MerkleTree.Root(leaves
                .Select(leaf => MerkleTree.HashLeaf(CheckpointStatement.Leaf(leaf.LedgerId, leaf.Seq, leaf.Hash.Span)))
                .ToArray());
            if (leaves.Length != statement.Leaves || Convert.ToHexStringLower(root) != statement.Root)
            {
                report($"The leaves of checkpoint {checkpoint.Number} are not those that it was signed over.");
            }
        }
        catch (JsonException)
        {
            report($"Checkpoint {checkpoint.Number} does not hold a statement.");
        }

        _expectedPrevious = Convert.ToHexStringLower(SHA256.HashData(checkpoint.Statement.Span));
    }

    private void CheckSignature(StoredCheckpoint checkpoint, Action<string> report)
    {
        if (checkpoint.KeyId != signer.KeyId)
        {
            ForeignSignaturesCount++;
        }
        else if (!signer.Verify(checkpoint.Statement.Span, checkpoint.Signature.Span))
        {
            report($"The signature of checkpoint {checkpoint.Number} does not fit what it states.");
        }
    }
}
