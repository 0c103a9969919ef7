using CmeOrleans.Grains.Interfaces.Accounts;
using CmeOrleans.WebApi.Pages.Forms;

namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>A passkey that its owner is about to remove.</summary>
/// <param name="Passkey">The passkey.</param>
/// <param name="AsksForPassword">Whether the account has a password to ask for.</param>
/// <param name="AsksForCode">Whether signing in asks for a code, and so does the form.</param>
/// <param name="Errors">What is wrong with the form.</param>
public sealed record RemovePasskeyModel(AccountPasskey Passkey, bool AsksForPassword, bool AsksForCode, FormErrors Errors);
