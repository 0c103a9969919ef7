using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Audit;

/// <summary>Entries of the audit trail, newest first.</summary>
[GenerateSerializer, Immutable, Alias("cme.audit-page")]
public sealed record AuditPage
{
    [Id(0)]
    public ImmutableArray<AuditEntryView> Items { get; init; } = [];

    /// <summary>Where the list goes on; none on the last page.</summary>
    [Id(1)]
    public long? NextBeforeNumber { get; init; }
}
