using CmeOrleans.WebApi.Pages.Forms;

namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>A form that asks for an address.</summary>
/// <param name="Email">What was typed.</param>
/// <param name="Errors">What is wrong with it.</param>
public sealed record EmailModel(string Email, FormErrors Errors);
