namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>Recovery codes, shown this once.</summary>
public sealed record RecoveryCodesModel(IReadOnlyList<string> Codes);
