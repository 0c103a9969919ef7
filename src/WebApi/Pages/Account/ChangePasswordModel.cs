using CmeOrleans.WebApi.Pages.Forms;

namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>A new password for who knows the present one. What was typed is never shown again.</summary>
/// <param name="AsksForCode">Whether signing in asks for a code, and so does the form.</param>
/// <param name="Errors">What is wrong with it.</param>
public sealed record ChangePasswordModel(bool AsksForCode, FormErrors Errors);
