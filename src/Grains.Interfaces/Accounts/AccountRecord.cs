using System.Collections.Immutable;

namespace CmeOrleans.Grains.Interfaces.Accounts;

/// <summary>Everything about one person's way in. Encrypted at rest as a whole.</summary>
[GenerateSerializer, Immutable, Alias("cme.account-record")]
public sealed record AccountRecord
{
    /// <summary>The address as typed, at most 254 characters; none for an account that signs in at an institution only.</summary>
    [Id(0)]
    public string? Email { get; init; }

    /// <summary>The address in the form in which addresses are compared.</summary>
    [Id(1)]
    public string? NormalizedEmail { get; init; }

    /// <summary>Whether somebody has shown to read mail to this address.</summary>
    [Id(2)]
    public bool IsEmailConfirmed { get; init; }

    /// <summary>A salted, slow hash; none for an account without a password.</summary>
    [Id(3)]
    public string? PasswordHash { get; init; }

    /// <summary>Changes with every change of how one signs in; sessions that carry another one have ended.</summary>
    [Id(4)]
    public string SecurityStamp { get; init; } = "";

    /// <summary>The one learner whom this account is for; none until it is bound.</summary>
    [Id(5)]
    public string? LearnerId { get; init; }

    [Id(6)]
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Attempts to sign in since the last success or pause.</summary>
    [Id(7)]
    public int AttemptsCount { get; init; }

    /// <summary>Until when nobody can sign in, if sign-in is paused.</summary>
    [Id(8)]
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>Whether a code of an authenticator app is asked for after the password.</summary>
    [Id(9)]
    public bool IsTwoFactorOn { get; init; }

    /// <summary>The secret shared with the authenticator app, in base32; there may be one before it is in use.</summary>
    [Id(10)]
    public string? AuthenticatorKey { get; init; }

    /// <summary>The newest time step whose code was used; no code of it or of an earlier one counts again.</summary>
    [Id(11)]
    public long LastTimeStep { get; init; }

    /// <summary>Hashes of the recovery codes that are left.</summary>
    [Id(12)]
    public ImmutableArray<string> RecoveryCodeHashes { get; init; } = [];

    /// <summary>Sign-ins at institutions that lead to this account.</summary>
    [Id(13)]
    public ImmutableArray<AccountLogin> Logins { get; init; } = [];

    /// <summary>What its owner is shown as, where there is no address.</summary>
    [Id(14)]
    public string? DisplayName { get; init; }

    /// <summary>Passkeys that let in without a password, oldest first.</summary>
    [Id(15)]
    public ImmutableArray<AccountPasskey> Passkeys { get; init; } = [];

    /// <summary>Answers of passkeys that signed in a short while ago: who recorded one cannot sign in with it again.</summary>
    [Id(16)]
    public ImmutableArray<AnsweredQuestion> AnsweredQuestions { get; init; } = [];
}
