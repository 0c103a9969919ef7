namespace CmeOrleans.Grains.Ports;

/// <summary>A folded ledger.</summary>
/// <param name="Hash">The hash of the row at <paramref name="Seq"/>; a snapshot whose hash is not the journal's is ignored.</param>
/// <param name="FoldVersion">The version of the rules that folded it.</param>
public sealed record LedgerSnapshot(string LedgerId, long Seq, int FoldVersion, ReadOnlyMemory<byte> Hash, ReadOnlyMemory<byte> State);
