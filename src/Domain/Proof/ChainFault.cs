namespace CmeOrleans.Domain.Proof;

/// <summary>One thing that is wrong with a chain.</summary>
public sealed record ChainFault(string LedgerId, long Seq, string Sentence);
