using CmeOrleans.WebApi.Pages.Forms;

namespace CmeOrleans.WebApi.Pages.Support;

/// <summary>The form for a request, empty, filled in, or as it was typed.</summary>
/// <param name="Key">The idempotency key that comes with the form, so that a double click is one request.</param>
/// <param name="Name">Who asks.</param>
/// <param name="Email">Where the answer goes.</param>
/// <param name="Topic">What it is about, by its name in the contract.</param>
/// <param name="Message">What is asked.</param>
/// <param name="Errors">What is wrong with the form.</param>
/// <param name="IsSignedIn">Whether the visitor has a menu.</param>
/// <param name="HasEnded">Whether it was sent after the session had ended, and not taken.</param>
public sealed record SupportModel(string Key, string Name, string Email, string Topic, string Message, FormErrors Errors, bool IsSignedIn, bool HasEnded = false)
{
    public const int NameLengthMax = 100;
    public const int EmailLengthMax = 254;
    public const int MessageLengthMax = 4_000;

    /// <summary>What can be chosen; the first asks to choose.</summary>
    public static IReadOnlyList<(string Value, string Text)> Topics { get; } =
    [
        ("", "Choose a topic"),
        ("claiming", "Claiming credit"),
        ("certificates", "Certificates"),
        ("membership", "Membership and payment"),
        ("reporting", "Reporting to boards"),
        ("account", "Account and sign-in"),
        ("other", "Something else"),
    ];
}
