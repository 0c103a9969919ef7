using CmeOrleans.WebApi.Pages.Forms;

namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>How to get to a record of credit.</summary>
/// <param name="IsOpen">Whether people may make one without an invitation.</param>
/// <param name="DisplayName">The name as certificates will print it, as typed.</param>
/// <param name="Profession">The profession, as chosen.</param>
/// <param name="Errors">What is wrong with the form.</param>
public sealed record WelcomeModel(bool IsOpen, string DisplayName, string Profession, FormErrors Errors)
{
    /// <summary>What can be chosen, by the names of the API.</summary>
    public static IReadOnlyList<(string Value, string Text)> Professions { get; } =
    [
        ("physicianMd", "Physician (MD)"),
        ("physicianDo", "Physician (DO)"),
        ("physicianAssistant", "Physician assistant"),
        ("nursePractitioner", "Nurse practitioner"),
        ("nurse", "Nurse"),
        ("pharmacist", "Pharmacist"),
        ("other", "Other"),
    ];
}
