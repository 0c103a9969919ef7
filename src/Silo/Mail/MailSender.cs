using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;

namespace CmeOrleans.Silo.Mail;

/// <summary>Who mails come from, and by what name each goes in the world.</summary>
internal sealed class MailSender(MailAddress from)
{
    // 128 bits: no two keys of one installation will ever share an id.
    private const int IdBytes = 16;

    public MailAddress From { get; } = from;

    /// <summary>The same for the same key on every node and at every attempt: what lets a reader drop a second copy.</summary>
    public string MessageIdOf(string key) => $"<{NameOf(key)}@{From.Host}>";

    /// <summary>A file name for the mail: hex digits, the same at every attempt.</summary>
    public static string NameOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, IdBytes));
}
