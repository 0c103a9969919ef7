using CmeOrleans.WebApi.Pages.Forms;

namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>The form for making an account.</summary>
/// <param name="Email">What was typed.</param>
/// <param name="Errors">What is wrong with it.</param>
public sealed record RegisterModel(string Email, FormErrors Errors);
