using System.Net;
using System.Net.Sockets;
using CmeOrleans.Grains.Interfaces.Mail;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Silo.Mail;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Silo.Tests.Mail;

/// <summary>Both ways out. Goal: what arrives is what was written, under an id that does not change, and a no is told from a not now.</summary>
public sealed class MailTransportTests
{
    private static readonly MailSender Sender = new(new("no-reply@cme.example.org", "Größe & Co."));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static OutgoingMail Mail { get; } = new()
    {
        Key = "support/S-1042",
        ToAddress = "ana@example.org",
        ToName = "Ana \"Größe\" Ruiz, MD",
        Subject = "Ihre Anfrage über die Größe von Überweisungen, die länger ist als eine einzige Zeile des Kopfes – ✓ 🩺",
        Body = "Dear Dr. Ruiz,\n\n.\n..two dots\n" + new string('ä', 300) + "\nhttps://cme.example.org/confirm?code=abc=def&x=1\nFrom here on: end",
        ReplyToAddress = "desk@example.org",
    };

    [Fact]
    public async Task Server_gets_the_mail_as_it_was_written()
    {
        await using var server = new SmtpDouble();

        await Smtp(server.Port).SendAsync(Mail, Cancellation);

        RequireSame(Assert.Single(server.Mails));
        Assert.Contains("MAIL FROM:<no-reply@cme.example.org>", server.Commands);
        Assert.Contains("RCPT TO:<ana@example.org>", server.Commands);
        Assert.All(server.Mails[0].Split("\r\n"), line => Assert.True(line.Length <= 998 && line.All(char.IsAscii), line));
    }

    [Fact]
    public async Task File_holds_the_mail_as_it_was_written_and_a_repeat_adds_none()
    {
        var folder = Directory.CreateTempSubdirectory("cme-mail-").FullName;
        try
        {
            var transport = new FolderTransport(Sender, Path.Combine(folder, "mail"));

            await transport.SendAsync(Mail, Cancellation);
            await transport.SendAsync(Mail, Cancellation);
            await transport.SendAsync(Mail with { Key = "another" }, Cancellation);

            var files = Directory.GetFileSystemEntries(Path.Combine(folder, "mail"));
            Assert.Equal(2, files.Length);
            var text = await File.ReadAllTextAsync(files.Single(file => file.Contains(MailSender.NameOf(Mail.Key), StringComparison.Ordinal)), Cancellation);
            RequireSame(text);
            Assert.Contains("https://cme.example.org/confirm?code=abc=def&x=1", text, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Folder_that_cannot_be_written_is_a_not_now()
    {
        var file = Path.GetTempFileName();
        try
        {
            var exception = await Assert.ThrowsAsync<MailNotSentException>(() => new FolderTransport(Sender, file).SendAsync(Mail, Cancellation));

            Assert.False(exception.IsFinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("550 5.1.1 <ana@example.org> is not known", "250 ok", true)]
    [InlineData("450 4.2.1 <ana@example.org> is busy", "250 ok", false)]
    [InlineData("250 ok", "554 5.7.1 we do not like it, ana@example.org", true)]
    [InlineData("250 ok", "451 4.3.0 try again, ana@example.org", false)]
    public async Task A_no_is_final_and_a_not_now_is_not(string toRecipient, string toMail, bool isFinal)
    {
        await using var server = new SmtpDouble { AnswerToRecipient = toRecipient, AnswerToMail = toMail };

        var exception = await Assert.ThrowsAsync<MailNotSentException>(() => Smtp(server.Port).SendAsync(Mail, Cancellation));

        Assert.Equal(isFinal, exception.IsFinal);
        Assert.DoesNotContain("ana", exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task Server_that_is_away_or_has_no_tls_is_a_not_now()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var freePort = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var server = new SmtpDouble();

        Assert.False((await Assert.ThrowsAsync<MailNotSentException>(() => Smtp(freePort).SendAsync(Mail, Cancellation))).IsFinal);
        Assert.False((await Assert.ThrowsAsync<MailNotSentException>(() => Smtp(server.Port, tls: true).SendAsync(Mail, Cancellation))).IsFinal);
        Assert.DoesNotContain(server.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_that_looks_like_a_head_stays_a_name()
    {
        await using var server = new SmtpDouble();
        var tricky = Mail with { ToName = "Eve\" <eve@example.org>, \"Bcc: eve@example.org", Subject = "=?utf-8?B?QmNjOg==?= Bcc: eve@example.org" };

        await Smtp(server.Port).SendAsync(tricky, Cancellation);

        Assert.Equal(1, server.Commands.Count(command => command.StartsWith("RCPT", StringComparison.Ordinal)));
        Assert.DoesNotContain("Bcc", new WrittenMail(server.Mails[0]).HeaderNames);
    }

    private static void RequireSame(string text)
    {
        var mail = new WrittenMail(text);
        Assert.Equal(Mail.Subject, mail.Header("Subject"));
        Assert.Equal(Mail.Body, mail.Body);
        Assert.Equal($"<{MailSender.NameOf(Mail.Key)}@cme.example.org>", mail.Header("Message-ID"));
        Assert.Contains("Größe & Co.", mail.Header("From"), StringComparison.Ordinal);
        Assert.EndsWith("<ana@example.org>", mail.Header("To"), StringComparison.Ordinal);
        Assert.Contains("Größe", mail.Header("To"), StringComparison.Ordinal);
        Assert.Equal("desk@example.org", mail.Header("Reply-To"));
        Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
        Assert.Contains("Date", mail.HeaderNames);
        Assert.Equal(mail.HeaderNames.Count(), mail.HeaderNames.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    private static SmtpTransport Smtp(int port, bool tls = false) =>
        new(Sender, Options.Create(new MailOptions { Transport = MailTransportKind.Smtp, SmtpHost = "127.0.0.1", SmtpPort = port, SmtpTls = tls }));
}
