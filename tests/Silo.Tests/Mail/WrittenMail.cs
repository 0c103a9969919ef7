using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CmeOrleans.Silo.Tests.Mail;

/// <summary>A mail as a reader's program sees it.</summary>
internal sealed partial class WrittenMail
{
    private readonly string[] _head;

    public WrittenMail(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        _head = Folding().Replace(text[..end], " ").Split("\r\n");
        var body = text[(end + 4)..];
        Body = (Header("Content-Transfer-Encoding") == "quoted-printable" ? FromQuotedPrintable(body) : body).ReplaceLineEndings("\n").TrimEnd('\n');
    }

    public string Body { get; }

    public IEnumerable<string> HeaderNames => _head.Select(line => line.Split(':')[0]);

    public string Header(string name) => Decode(_head.Single(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))[(name.Length + 1)..].Trim());

    private static string Decode(string value) => EncodedWord().Replace(BetweenWords().Replace(value, "$1"), static word =>
        word.Groups["kind"].Value is "B" or "b"
            ? Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["text"].Value))
            : FromQuotedPrintable(word.Groups["text"].Value.Replace('_', ' ')));

    private static string FromQuotedPrintable(string text)
    {
        var bytes = new List<byte>();
        var joined = text.Replace("=\r\n", "", StringComparison.Ordinal);
        for (var index = 0; index < joined.Length; index++)
        {
            if (joined[index] == '=')
            {
                bytes.Add(byte.Parse(joined.AsSpan(index + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                index += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes([joined[index]]));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Folding();

    [GeneratedRegex(@"(\?=)\s+(?==\?)")]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"=\?utf-8\?(?<kind>[BQbq])\?(?<text>[^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();
}
