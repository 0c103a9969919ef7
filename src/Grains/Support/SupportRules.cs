using System.Collections.Frozen;
using CmeOrleans.Grains.Interfaces.Support;
using CmeOrleans.Grains.Mail;

namespace CmeOrleans.Grains.Support;

/// <summary>What a request for support must be.</summary>
internal static class SupportRules
{
    public const int NameLengthMax = 100;
    public const int MessageLengthMax = 4_000;

    /// <summary>What requests can be about: the names of the contract, and how the office reads them.</summary>
    public static FrozenDictionary<string, string> Topics { get; } = new Dictionary<string, string>
    {
        ["claiming"] = "Claiming credit",
        ["certificates"] = "Certificates",
        ["membership"] = "Membership and payment",
        ["reporting"] = "Reporting to boards",
        ["account"] = "Account and sign-in",
        ["other"] = "Something else",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static FieldChecks Check(SupportRequest request)
    {
        var checks = new FieldChecks();
        checks.RequireText(request.Name, NameLengthMax, "/name");
        checks.Require(MailRules.IsAddress(request.Email), "/email", "bad-format", "An e-mail address such as ana@example.org is needed here.");
        checks.Require(Topics.ContainsKey(request.Topic), "/topic", "unknown-value", $"A topic is one of: {string.Join(", ", Topics.Keys.Order(StringComparer.Ordinal))}.");
        checks.RequireLines(request.Message, MessageLengthMax, "/message");
        return checks;
    }
}
