using CmeOrleans.WebApi.Pages.Forms;

namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>A new password for who has a link from a mail. What was typed is never shown again.</summary>
/// <param name="MayHaveKeys">Whether the account can have API keys.</param>
/// <param name="RevokesKeys">Whether they are to be revoked.</param>
/// <param name="Errors">What is wrong with the form.</param>
public sealed record ResetPasswordModel(bool MayHaveKeys, bool RevokesKeys, FormErrors Errors);
