using System.Net.Mail;
using System.Net.Mime;
using CmeOrleans.Grains.Interfaces.Mail;
using CmeOrleans.Grains.Ports;

namespace CmeOrleans.Silo.Mail;

/// <summary>Writes each mail as a file <c>….eml</c>, whole or not at all; a repeat replaces the file by the same mail.</summary>
internal sealed class FolderTransport(MailSender sender, string folder) : IMailTransport
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        try
        {
            MakeFolder(folder);

            // The framework names the file itself, so it gets a folder of its own to write into. One may be left of a process
            // that died here.
            var name = MailSender.NameOf(mail.Key);
            var workFolder = Path.Combine(folder, "." + name);
            RemoveFolder(workFolder);
            MakeFolder(workFolder);
            await WriteAsync(mail, workFolder, cancellationToken);
            var written = Directory.GetFiles(workFolder)[0];
            Flush(written);
            File.Move(written, Path.Combine(folder, name + ".eml"), overwrite: true);
            RemoveFolder(workFolder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SmtpException)
        {
            throw new MailNotSentException($"{exception.GetType().Name} at the folder", isFinal: false);
        }
    }

    private async Task WriteAsync(OutgoingMail mail, string workFolder, CancellationToken cancellationToken)
    {
        // A file has no limits of a wire: text as it is, so that people can read it.
        using var message = MailForm.Create(mail, sender, TransferEncoding.EightBit);
        using var writer = new SmtpClient
        {
            DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory,
            PickupDirectoryLocation = Path.GetFullPath(workFolder),
        };
        await writer.SendMailAsync(message, cancellationToken);
    }

    private static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly);
        }
    }

    private static void RemoveFolder(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }

    private static void Flush(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }
}
