using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Security.Authentication;
using CmeOrleans.Grains.Interfaces.Mail;
using CmeOrleans.Grains.Ports;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Silo.Mail;

/// <summary>Hands mails to an SMTP server, one connection each: mails are few, and a connection that is kept may be dead.</summary>
internal sealed class SmtpTransport(MailSender sender, IOptions<MailOptions> options) : IMailTransport
{
    // The reply codes of RFC 5321 from here on mean never.
    private const int PermanentFrom = 500;

    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var message = MailForm.Create(mail, sender, TransferEncoding.QuotedPrintable);
        using var client = CreateClient();
        try
        {
            await client.SendMailAsync(message, cancellationToken);
        }
        catch (SmtpFailedRecipientException exception)
        {
            throw new MailNotSentException($"SMTP {exception.StatusCode} for the recipient", IsPermanent(exception.StatusCode));
        }
        catch (SmtpException exception)
        {
            // Without a recipient in it this is about the connection, the sign-in or the whole server: it may be mended.
            throw new MailNotSentException($"SMTP {exception.StatusCode}", isFinal: IsOfMessage(exception.StatusCode));
        }
        catch (Exception exception) when (exception is IOException or SocketException or AuthenticationException)
        {
            throw new MailNotSentException(exception.GetType().Name, isFinal: false);
        }
    }

    private SmtpClient CreateClient()
    {
        var settings = options.Value;
        var client = new SmtpClient(settings.SmtpHost, settings.SmtpPort)
        {
            DeliveryMethod = SmtpDeliveryMethod.Network,
            DeliveryFormat = SmtpDeliveryFormat.SevenBit,
            EnableSsl = settings.SmtpTls,
            UseDefaultCredentials = false,
        };
        if (settings.SmtpUser is { Length: > 0 } user)
        {
            client.Credentials = new NetworkCredential(user, settings.SmtpPassword);
        }

        return client;
    }

    private static bool IsPermanent(SmtpStatusCode code) => (int)code >= PermanentFrom;

    // The server has seen the mail and will not have it: too large, or its content refused.
    private static bool IsOfMessage(SmtpStatusCode code) => code is SmtpStatusCode.ExceededStorageAllocation or SmtpStatusCode.TransactionFailed;
}
