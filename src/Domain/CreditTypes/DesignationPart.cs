namespace CmeOrleans.Domain.CreditTypes;

/// <summary>A part of a <see cref="DesignationTemplate"/>: either words, or a place that is filled in.</summary>
public readonly record struct DesignationPart(DesignationPlace Place, string Words);
