namespace CmeOrleans.Domain.CreditTypes;

/// <summary>A part of a <see cref="CreditPhrase"/> in one style.</summary>
public readonly record struct CreditPhraseRun(string Text, bool IsItalic);
