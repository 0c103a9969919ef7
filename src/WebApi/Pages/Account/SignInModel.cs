using CmeOrleans.WebApi.Pages.Forms;

namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>The form for signing in.</summary>
/// <param name="Email">What was typed.</param>
/// <param name="Institutions">Where people can sign in instead: addresses and names.</param>
/// <param name="PasskeyOptionsJson">What the browser asks a device that holds passkeys.</param>
/// <param name="KeySignInAddress">Where providers and operators sign in, to go on to the same page.</param>
/// <param name="HasEnded">Whether a form came after the session had ended.</param>
/// <param name="Errors">What is wrong with it.</param>
public sealed record SignInModel(
    string Email, IReadOnlyList<(string Address, string Name)> Institutions, string PasskeyOptionsJson, string KeySignInAddress, bool HasEnded, FormErrors Errors);
