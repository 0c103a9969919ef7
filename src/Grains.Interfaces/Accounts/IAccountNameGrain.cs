namespace CmeOrleans.Grains.Interfaces.Accounts;

/// <summary>
/// One name under which an account is found: an e-mail address, or a person at an institution. The grain key is
/// the kind and a keyed hash of the name, such as <c>email/…</c>, so that the store says nothing about the name.
/// </summary>
[Alias("cme.account-name")]
public interface IAccountNameGrain : IGrainWithStringKey
{
    /// <summary>
    /// Takes the name for an account, unless it is taken; answers whose it is. The first one has it for ever. Durable when
    /// the task completes.
    /// </summary>
    /// <remarks>
    /// The name is taken before its account is stored. Where that account is missing, a registration broke off in between;
    /// whoever registers the name next goes on with the same account id.
    /// </remarks>
    [Alias("take")]
    Task<string> TakeAsync(string accountId);

    /// <summary>Whose the name is, or nobody's; read from the store.</summary>
    [Alias("find")]
    Task<string?> FindAsync();
}
