using System.Collections.Immutable;

namespace CmeOrleans.Domain.Ledger;

/// <summary>A topic and what it is worth, one entry per credit type.</summary>
public sealed record TopicTerms(string TopicId, string Title, ImmutableArray<TopicCreditTerms> Credits);
