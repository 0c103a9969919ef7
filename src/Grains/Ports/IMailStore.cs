using System.Collections.Immutable;

namespace CmeOrleans.Grains.Ports;

/// <summary>
/// The mails that are to be delivered, and for some time those that were. Instants are the store's own, so that nodes with
/// different clocks agree on who may deliver.
/// </summary>
public interface IMailStore
{
    /// <summary>Stores a mail that is due at once. Durable when the task completes.</summary>
    /// <returns><see langword="false"/> when there is a mail with this key already; it is left as it is.</returns>
    /// <exception cref="StorageUnavailableException">Whether the mail is stored is not known; a repeat is safe.</exception>
    Task<bool> AddAsync(StoredMail mail);

    /// <summary>Takes mails that are due for one caller alone: nobody else gets them before <paramref name="lease"/> is over.</summary>
    /// <remarks>Counts an attempt for each, so that a mail that ends the process is not tried for ever.</remarks>
    /// <exception cref="StorageUnavailableException">Mails may have been taken; they come back when the lease is over.</exception>
    Task<ImmutableArray<LeasedMail>> LeaseAsync(int countMax, TimeSpan lease);

    /// <summary>Ends a mail and removes what it says. Does nothing when a later attempt has begun.</summary>
    /// <param name="key">The mail.</param>
    /// <param name="attempt">The attempt of the caller's lease.</param>
    /// <param name="end">What became of it.</param>
    /// <exception cref="StorageUnavailableException">Whether it is ended is not known.</exception>
    Task FinishAsync(string key, int attempt, MailEnd end);

    /// <summary>Gives a lease back; the mail is due again after <paramref name="delay"/>. Does nothing when a later attempt has begun.</summary>
    /// <exception cref="StorageUnavailableException">Whether it is given back is not known; it is due when the lease is over.</exception>
    Task PostponeAsync(string key, int attempt, TimeSpan delay);

    /// <summary>Counts what waits, and what ended in the last 24 hours.</summary>
    /// <exception cref="StorageUnavailableException">The store does not answer.</exception>
    Task<MailFigures> ReadFiguresAsync(CancellationToken cancellationToken);

    /// <summary>Forgets mails that ended longer than <paramref name="age"/> ago, with their keys.</summary>
    /// <returns>How many, at most <paramref name="countMax"/>.</returns>
    /// <exception cref="StorageUnavailableException">Some may have been forgotten.</exception>
    Task<int> ForgetEndedAsync(TimeSpan age, int countMax);
}
