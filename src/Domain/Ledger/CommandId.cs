namespace CmeOrleans.Domain.Ledger;

/// <summary>What makes a command the same command when it is sent again.</summary>
/// <param name="Key">The client's idempotency key, 1–255 visible ASCII characters, with the tenant that it belongs to; a system command's begins with a space.</param>
/// <param name="Fingerprint">SHA-256 of the command in canonical form, see <see cref="CommandFingerprint"/>.</param>
public sealed record CommandId(string Key, ReadOnlyMemory<byte> Fingerprint)
{
    public string Key { get; } = Key;

    /// <summary>By which a ledger knows the key. Asked for before the decision and again after the write.</summary>
    internal UInt128 KeyHash { get; } = RecordedCommands.HashOf(Key);
}
