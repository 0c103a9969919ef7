using System.Text;
using System.Text.RegularExpressions;
using CmeOrleans.Grains.Interfaces.Mail;

namespace CmeOrleans.Grains.Mail;

/// <summary>What a mail must be before it is taken in. Nothing that passes can put a line into the head of a mail.</summary>
internal static partial class MailRules
{
    public const int KeyLengthMax = 200;
    public const int AddressLengthMax = 254;
    public const int LineLengthMax = 200;
    public const int BodyLengthMax = 50_000;

    /// <exception cref="ArgumentException">The mail cannot be sent as it is. The message does not repeat what it says.</exception>
    public static void Require(OutgoingMail mail)
    {
        RequireThat(
            mail.Key.Length is > 0 and <= KeyLengthMax && !mail.Key.AsSpan().ContainsAnyExceptInRange('!', '~'),
            "The key of a mail has 1 to 200 visible ASCII characters.");
        RequireThat(IsAddress(mail.ToAddress), "The recipient is one e-mail address.");
        RequireThat(mail.ReplyToAddress is null || IsAddress(mail.ReplyToAddress), "Answers go to one e-mail address.");
        RequireThat(mail.ToName is null || IsLine(mail.ToName), "The name of the recipient is one line of at most 200 characters.");
        RequireThat(mail.Subject.Length > 0 && IsLine(mail.Subject), "The subject is one line of 1 to 200 characters.");
        RequireThat(
            mail.Body.Length is > 0 and <= BodyLengthMax && HasOnlyText(mail.Body, allowsLineFeed: true),
            "The body is plain text of 1 to 50,000 characters with line feeds.");
    }

    /// <summary>Whether the text is one address in plain form: no name, no comment, no quotes, letters of ASCII only.</summary>
    public static bool IsAddress(string? text) => text is { Length: <= AddressLengthMax } && Address().IsMatch(text);

    private static bool IsLine(string text) => text.Length <= LineLengthMax && HasOnlyText(text, allowsLineFeed: false);

    private static bool HasOnlyText(string text, bool allowsLineFeed)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            // Line and paragraph separators are no control characters, yet some readers break lines at them.
            var breaksLine = Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029;
            if ((breaksLine && !(allowsLineFeed && rune.Value is '\n' or '\t')) || rune == Rune.ReplacementChar)
            {
                return false;
            }
        }

        return true;
    }

    private static void RequireThat(bool condition, string sentence)
    {
        if (!condition)
        {
            throw new ArgumentException(sentence);
        }
    }

    // The dot-atom of RFC 5322 and a host name. Servers that take other forms are rare; forms that confuse servers are not.
    [GeneratedRegex(
        @"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
