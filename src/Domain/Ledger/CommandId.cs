namespace CmeOrleans.Domain.Ledger;

/// <summary>What makes a command the same command when it is sent again.</summary>
/// <param name="Key">The client's idempotency key, 1–255 visible ASCII characters, with the tenant that it belongs to; a system command's begins with a space.</param>
/// <param name="Fingerprint">SHA-256 of the command in canonical form, see <see cref="CommandFingerprint"/>.</param>
public sealed record CommandId(string Key, ReadOnlyMemory<byte> Fingerprint);
