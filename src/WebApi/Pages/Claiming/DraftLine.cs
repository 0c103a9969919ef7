namespace CmeOrleans.WebApi.Pages.Claiming;

/// <summary>A credit that was chosen, and the amount as it was typed.</summary>
public sealed record DraftLine(string CreditId, string AmountText);
