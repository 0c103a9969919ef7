using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using CmeOrleans.Grains.Interfaces.Mail;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Silo.Mail;

/// <summary>Puts a mail into the form of RFC 5322.</summary>
internal static class MailForm
{
    /// <param name="mail">The mail.</param>
    /// <param name="sender">Who it comes from.</param>
    /// <param name="encoding">How its text is carried.</param>
    /// <exception cref="MailNotSentException">An address cannot stand in a mail.</exception>
    public static MailMessage Create(OutgoingMail mail, MailSender sender, TransferEncoding encoding)
    {
        try
        {
            var message = new MailMessage(sender.From, new(mail.ToAddress, mail.ToName ?? "", Encoding.UTF8))
            {
                HeadersEncoding = Encoding.UTF8,
                Subject = mail.Subject,
                SubjectEncoding = Encoding.UTF8,
                Body = mail.Body.ReplaceLineEndings("\r\n"),
                BodyEncoding = Encoding.UTF8,
                BodyTransferEncoding = encoding,
            };
            message.Headers.Add("Message-ID", sender.MessageIdOf(mail.Key));

            // Keeps absence notes from coming back to an address that nobody reads.
            message.Headers.Add("Auto-Submitted", "auto-generated");
            if (mail.ReplyToAddress is { } replyTo)
            {
                message.ReplyToList.Add(new MailAddress(replyTo));
            }

            return message;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            throw new MailNotSentException("the mail cannot be put into its form", isFinal: true);
        }
    }
}
