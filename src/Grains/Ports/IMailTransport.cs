using CmeOrleans.Grains.Interfaces.Mail;

namespace CmeOrleans.Grains.Ports;

/// <summary>Hands mails over to whoever carries them on.</summary>
public interface IMailTransport
{
    /// <summary>Hands one mail over. When the task completes, the other side answers for it.</summary>
    /// <param name="mail">The mail; its texts hold no control characters but line feeds in the body.</param>
    /// <param name="cancellationToken">Ends the attempt. Whether the mail was handed over is then not known.</param>
    /// <exception cref="MailNotSentException">It was not handed over, or that is not known.</exception>
    Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}
