using CmeOrleans.WebApi.Pages.Forms;

namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>Setting up the authenticator app, or turning it off.</summary>
/// <param name="IsOn">Whether it is in use.</param>
/// <param name="Key">The secret to share with the app, in groups of four letters; none while it is in use or not made yet.</param>
/// <param name="QrSize">The side of the QR code in modules.</param>
/// <param name="QrPath">The dark modules as a path.</param>
/// <param name="Errors">What is wrong with the form.</param>
public sealed record AuthenticatorModel(bool IsOn, string? Key, int QrSize, string QrPath, FormErrors Errors);
