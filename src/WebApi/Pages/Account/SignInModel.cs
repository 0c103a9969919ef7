using CmeOrleans.WebApi.Pages.Forms;

namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>The form for signing in.</summary>
/// <param name="Email">What was typed.</param>
/// <param name="Institutions">Where people can sign in instead: ids and names.</param>
/// <param name="PasskeyOptionsJson">What the browser asks a device that holds passkeys.</param>
/// <param name="Errors">What is wrong with it.</param>
public sealed record SignInModel(string Email, IReadOnlyList<(string InstitutionId, string Name)> Institutions, string PasskeyOptionsJson, FormErrors Errors);
