namespace CmeOrleans.Grains.Interfaces.Mail;

/// <summary>Takes in mails to be sent. Stateless; the grain key is <see cref="Key"/>.</summary>
[Alias("cme.post-office")]
public interface IPostOfficeGrain : IGrainWithStringKey
{
    const string Key = "post";

    /// <summary>Takes a mail in. When the task completes, the mail is stored and is delivered in the background.</summary>
    /// <remarks>
    /// Safe to repeat: a key names one mail for at least thirty days, and a further post under it does nothing, whatever it
    /// says. Delivery is tried for about a day. A mail arrives at least once; when more often, with the same Message-ID.
    /// </remarks>
    /// <exception cref="ArgumentException">An address is none, a text is empty or too long, or a line of the head holds a control character.</exception>
    [Alias("post")]
    Task PostAsync(OutgoingMail mail);

    /// <summary>How the outbox stands, read from the store.</summary>
    [Alias("figures")]
    Task<OutboxFigures> GetFiguresAsync();
}
