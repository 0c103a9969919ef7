namespace CmeOrleans.WebApi.Accounts;

/// <summary>What came of an attempt to sign in.</summary>
internal enum SignInOutcome
{
    None = 0,

    /// <summary>The person is the account's owner.</summary>
    SignedIn,

    /// <summary>The password is right; a code is needed besides.</summary>
    NeedsCode,

    /// <summary>The password is right; the address must be confirmed first.</summary>
    NeedsConfirmation,

    /// <summary>No such account, wrong password, or sign-in is paused. Which of these is not said.</summary>
    Refused,
}
