namespace CmeOrleans.WebApi.Pages.Forms;

/// <summary>Reads fields of a form.</summary>
internal static class FormText
{
    /// <summary>What was typed, without spaces around it; empty if the field is not there.</summary>
    public static string Text(this IFormCollection form, string name) => form[name].ToString().Trim();

    /// <summary>What was typed, or none if that is nothing.</summary>
    public static string? OptionalText(this IFormCollection form, string name) => form.Text(name) is { Length: > 0 } text ? text : null;

    public static bool IsChecked(this IFormCollection form, string name) => form.ContainsKey(name);
}
