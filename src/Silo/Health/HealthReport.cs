using System.Collections.Immutable;

namespace CmeOrleans.Silo.Health;

/// <summary>Whether the node can serve, and why not.</summary>
public sealed record HealthReport(ImmutableArray<HealthFinding> Findings)
{
    public bool IsReady => Findings.All(finding => finding.IsHealthy || !finding.PreventsService);
}
