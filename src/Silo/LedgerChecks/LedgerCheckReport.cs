using System.Collections.Immutable;

namespace CmeOrleans.Silo.LedgerChecks;

/// <summary>What a check of all ledgers found.</summary>
/// <param name="LedgersCount">Ledgers with at least one row.</param>
/// <param name="RowsCount">Rows whose hash and link were recomputed.</param>
/// <param name="CheckpointsCount">Checkpoints whose link, root and signature were looked at.</param>
/// <param name="ForeignSignaturesCount">Checkpoints signed by a key that this node does not hold; their signatures were not checked.</param>
/// <param name="Faults">What is wrong, a sentence each; at most <see cref="FaultsMax"/>.</param>
public sealed record LedgerCheckReport(
    long LedgersCount, long RowsCount, long CheckpointsCount, long ForeignSignaturesCount, ImmutableArray<string> Faults)
{
    public const int FaultsMax = 1_000;

    public bool IsSound => Faults.IsEmpty;
}
