namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>How somebody signs in.</summary>
/// <param name="Email">The address, if there is one.</param>
/// <param name="IsEmailConfirmed">Whether mail to it was seen to arrive.</param>
/// <param name="HasPassword">Whether there is a password.</param>
/// <param name="IsTwoFactorOn">Whether a code is asked for.</param>
/// <param name="RecoveryCodesCount">How many recovery codes are left.</param>
/// <param name="PasskeysCount">How many passkeys there are.</param>
/// <param name="MayHaveKeys">Whether the account can have API keys.</param>
public sealed record SecurityModel(
    string? Email, bool IsEmailConfirmed, bool HasPassword, bool IsTwoFactorOn, int RecoveryCodesCount, int PasskeysCount, bool MayHaveKeys);
