namespace CmeOrleans.Grains.Interfaces.Audit;

/// <summary>An entry of the audit trail.</summary>
[GenerateSerializer, Immutable, Alias("cme.audit-entry")]
public sealed record AuditEntryView
{
    /// <summary>Unique and rising; some numbers are never used.</summary>
    [Id(0)]
    public required long Number { get; init; }

    /// <summary>When it was stored, by the store's clock.</summary>
    [Id(1)]
    public required DateTimeOffset At { get; init; }

    [Id(2)]
    public required AuditNote Note { get; init; }
}
