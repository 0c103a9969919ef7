using CmeOrleans.WebApi.Pages.Forms;

namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>The form for signing in with a key. What was typed is never shown again.</summary>
/// <param name="SignInAddress">Where learners sign in, to go on to the same page.</param>
/// <param name="Errors">What is wrong with it.</param>
public sealed record KeySignInModel(string SignInAddress, FormErrors Errors);
