namespace CmeOrleans.Grains.Ports;

/// <summary>An entry of the audit trail with what the store gave it.</summary>
/// <param name="Number">Unique and rising; some numbers are never used.</param>
/// <param name="At">When it was stored, by the store's clock.</param>
/// <param name="Entry">The entry.</param>
public sealed record KeptAuditEntry(long Number, DateTimeOffset At, AuditEntry Entry);
