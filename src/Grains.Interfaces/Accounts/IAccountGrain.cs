namespace CmeOrleans.Grains.Interfaces.Accounts;

/// <summary>One account: how one person signs in, and for which learner. The grain key is the account id, <c>acc_…</c>.</summary>
/// <remarks>All methods read the store first, so that what one node has changed holds on every node at once.</remarks>
[Alias("cme.account")]
public interface IAccountGrain : IGrainWithStringKey
{
    /// <summary>Stores a new account; false if there is one already. Durable when the task completes.</summary>
    [Alias("create")]
    Task<bool> CreateAsync(AccountRecord record);

    [Alias("get")]
    Task<Versioned<AccountRecord>?> GetAsync();

    /// <summary>Replaces the account if it still has the version <paramref name="ifMatch"/>. Durable when the task completes.</summary>
    /// <returns>The new version, or <see cref="Outcome.VersionConflict"/>.</returns>
    [Alias("replace")]
    Task<Answer<Versioned<AccountRecord>>> ReplaceAsync(AccountRecord record, string ifMatch);

    /// <summary>
    /// Counts an attempt to sign in, before what is shown is looked at: so guesses made at the same time count too. After
    /// five without a success sign-in is paused for 15 minutes. Durable when the task completes.
    /// </summary>
    [Alias("begin-attempt")]
    Task<AttemptAnswer> BeginAttemptAsync();

    /// <summary>The attempt was a success: counting starts anew. Durable when the task completes.</summary>
    [Alias("clear-attempts")]
    Task ClearAttemptsAsync();

    /// <summary>Uses up a time step of the authenticator; false if it or a later one was used. Durable when the task completes.</summary>
    [Alias("use-time-step")]
    Task<bool> UseTimeStepAsync(long timeStep);

    /// <summary>Binds the account to a learner for ever; false if it is bound to another. Durable when the task completes; may be repeated.</summary>
    [Alias("bind")]
    Task<bool> BindAsync(string learnerId);
}
