namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>The form for signing out.</summary>
/// <param name="Name">Whose session it is.</param>
public sealed record SignOutModel(string Name);
