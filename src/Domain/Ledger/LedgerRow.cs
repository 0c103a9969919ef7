namespace CmeOrleans.Domain.Ledger;

/// <summary>One row of the journal: one command on one ledger, and everything it did.</summary>
/// <remarks>
/// Rows of a ledger are numbered 1, 2, 3 … without gaps and each carries the hash of the one before, so that a row can
/// be neither changed nor left out unseen. A row is never updated or deleted.
/// </remarks>
public sealed record LedgerRow
{
    /// <summary>The most bytes of a body: 4 MB.</summary>
    public const int BodyBytesMax = 4 << 20;

    /// <summary>Whose ledger it is: the learner id.</summary>
    public required string LedgerId { get; init; }

    /// <summary>The row's position in its ledger, from 1.</summary>
    public required long Seq { get; init; }

    /// <summary>The hash of the row before; 32 zero bytes for the first.</summary>
    public required ReadOnlyMemory<byte> PreviousHash { get; init; }

    /// <summary>SHA-256 of this row, see <see cref="LedgerHash"/>.</summary>
    public required ReadOnlyMemory<byte> Hash { get; init; }

    /// <summary>The client's idempotency key, a space and the tenant that it belongs to; that of a system row begins with a space, which no client can send.</summary>
    public required string CommandKey { get; init; }

    /// <summary>SHA-256 of the command in canonical form, see <see cref="CommandFingerprint"/>.</summary>
    public required ReadOnlyMemory<byte> Fingerprint { get; init; }

    /// <summary>The event kind with its version, such as <c>claimed.v1</c>; see <see cref="Events.LedgerEventCodec"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The exact UTF-8 JSON that was hashed.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>When the row was stored, by the database's clock; never before the row in front of it.</summary>
    public required DateTimeOffset At { get; init; }
}
