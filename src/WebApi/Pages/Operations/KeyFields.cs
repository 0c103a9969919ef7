using System.Globalization;
using CmeOrleans.WebApi.ApiKeys;
using CmeOrleans.WebApi.Pages.Forms;

namespace CmeOrleans.WebApi.Pages.Operations;

/// <summary>The form of a new API key as it was typed. The names of its fields are those of the contract.</summary>
public sealed record KeyFields
{
    public const string RoleField = "role";
    public const string SubjectField = "subject";
    public const string NameField = "name";
    public const string ExpiresField = "expiresAt";

    public string Role { get; init; } = "";

    public string Subject { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>The last day on which it holds, in UTC.</summary>
    public string ExpiresOn { get; init; } = "";

    public static IReadOnlyList<(string Value, string Text)> Roles { get; } =
    [
        ("", "Choose a role"),
        ("operator", "Operator: everything"),
        ("provider", "Provider: its courses"),
        ("institution", "Institution: its learners"),
        ("learner", "Learner: one record"),
    ];

    public static KeyFields Read(IFormCollection form) => new()
    {
        Role = form.Text(RoleField),
        Subject = form.Text(SubjectField),
        Name = form.Text(NameField),
        ExpiresOn = form.Text(ExpiresField),
    };

    /// <summary>Whether the day can be read as one, or none is given.</summary>
    internal bool HasDay => ExpiresOn.Length == 0 || FindDay() is not null;

    internal ApiKeyRequest ToRequest() => new(
        Role,
        Subject.Length == 0 ? null : Subject,
        Name,
        FindDay() is { } day && day < DateOnly.MaxValue ? new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) : null);

    private DateOnly? FindDay() =>
        DateOnly.TryParseExact(ExpiresOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
