using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CmeOrleans.Silo.Tests.Mail;

/// <summary>An SMTP server on the loopback that keeps what it is told, and answers recipients and mails as a test says.</summary>
internal sealed class SmtpDouble : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _serving;

    public SmtpDouble()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The commands it got, without the mails' texts.</summary>
    public List<string> Commands { get; } = [];

    /// <summary>The mails it took over, dots at the start of lines undoubled.</summary>
    public List<string> Mails { get; } = [];

    public string AnswerToRecipient { get; set; } = "250 ok";

    public string AnswerToMail { get; set; } = "250 ok";

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _serving;
        _listener.Stop();
        _stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
                await TalkAsync(client);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 double");
        while (await reader.ReadLineAsync(_stopping.Token) is { } line)
        {
            Commands.Add(line);
            switch (line.Split(' ')[0].ToUpperInvariant())
            {
                case "RCPT":
                    await writer.WriteLineAsync(AnswerToRecipient);
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    var mail = await ReadMailAsync(reader);
                    if (AnswerToMail[0] == '2')
                    {
                        Mails.Add(mail);
                    }

                    await writer.WriteLineAsync(AnswerToMail);
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 ok");
                    break;
            }
        }
    }

    private async Task<string> ReadMailAsync(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(_stopping.Token) is { } line && line != ".")
        {
            mail.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return mail.ToString();
    }
}
