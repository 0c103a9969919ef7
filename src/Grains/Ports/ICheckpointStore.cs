using System.Collections.Immutable;

namespace CmeOrleans.Grains.Ports;

/// <summary>Signed checkpoints and what they are made of. Nothing here is ever changed or removed.</summary>
public interface ICheckpointStore
{
    Task<StoredCheckpoint?> ReadLatestAsync(CancellationToken cancellationToken);

    /// <summary>Checkpoints after number <paramref name="afterNumber"/>, ascending, at most <paramref name="checkpointsMax"/>.</summary>
    Task<ImmutableArray<StoredCheckpoint>> ReadPageAsync(long afterNumber, int checkpointsMax, CancellationToken cancellationToken);

    /// <summary>
    /// The heads of all ledgers with rows that the checkpoint <paramref name="since"/> did not cover, in ordinal order
    /// of the ledger id, and how many such rows there are. A row is covered by exactly one checkpoint, also when
    /// transactions were under way while it was taken: rows that could still be followed by an older one are left for the next.
    /// </summary>
    Task<ChangedLedgers> ReadChangedAsync(StoredCheckpoint? since, CancellationToken cancellationToken);

    /// <summary>Stores the checkpoint with its leaves in one transaction; <see langword="false"/> when its number is taken by another node.</summary>
    Task<bool> AppendAsync(StoredCheckpoint checkpoint, ImmutableArray<LedgerHead> leaves, CancellationToken cancellationToken);

    /// <summary>The leaves of one checkpoint, in ordinal order of the ledger id.</summary>
    Task<ImmutableArray<LedgerHead>> ReadLeavesAsync(long number, CancellationToken cancellationToken);

    /// <summary>Ledgers whose head in the journal is behind their newest leaf, or whose row at the leaf's seq has another hash; at most <paramref name="ledgersMax"/>.</summary>
    Task<ImmutableArray<LedgerHead>> ListBehindAsync(int ledgersMax, CancellationToken cancellationToken);
}

/// <summary>One leaf of a checkpoint: a ledger, its newest row and that row's hash.</summary>
public sealed record LedgerHead(string LedgerId, long Seq, ReadOnlyMemory<byte> Hash);

/// <param name="Watermark">Opaque to all but the store: up to where the journal is covered.</param>
public sealed record ChangedLedgers(ImmutableArray<LedgerHead> Heads, long Rows, string Watermark);

/// <param name="Number">1, 2, 3 … without gaps.</param>
/// <param name="Statement">The signed bytes: UTF-8 JSON.</param>
/// <param name="Signature">ECDSA P-256 over SHA-256 of the statement, IEEE P1363 format, 64 bytes.</param>
/// <param name="Watermark">See <see cref="ChangedLedgers"/>; not part of what is signed.</param>
public sealed record StoredCheckpoint(long Number, DateTimeOffset At, ReadOnlyMemory<byte> Statement, ReadOnlyMemory<byte> Signature, string KeyId, string Watermark);
