using System.Diagnostics;

namespace CmeOrleans.WebApi.Pages.Public;

/// <summary>How the outcome of a check is put: in words, with an icon, and only then in colour.</summary>
/// <param name="Word">The outcome.</param>
/// <param name="Sentence">What it means for whoever holds the paper.</param>
/// <param name="Style">The class that colours it.</param>
/// <param name="IconPath">The sign within the circle of the icon.</param>
internal sealed record VerifyFinding(string Word, string Sentence, string Style, string IconPath)
{
    private static readonly VerifyFinding Valid = new(
        "Valid", "This certificate was issued as shown below and is in force.", "good", "M6 12.5 l4 4 8-9");

    private static readonly VerifyFinding Superseded = new(
        "Superseded", "This certificate was issued as shown below, and part of its credit was taken back since. It no longer states the right amount.", "warn", "M12 5v9M12 17v2");

    private static readonly VerifyFinding Revoked = new(
        "Revoked", "This certificate was issued as shown below and has been withdrawn. It must not be relied on.", "bad", "M7 7l10 10M17 7L7 17");

    private static readonly VerifyFinding Unknown = new(
        "Unknown", "No certificate has this code. Compare it with the paper, character by character.", "none", "M9 9a3 3 0 1 1 4 3q-1 .5-1 2M12 17v1.5");

    /// <param name="status">The status of the certificate, or none if there is no certificate.</param>
    public static VerifyFinding Of(string? status) => status switch
    {
        null => Unknown,
        "valid" => Valid,
        "superseded" => Superseded,
        "revoked" => Revoked,
        _ => throw new UnreachableException($"Status {status} has no words."),
    };
}
