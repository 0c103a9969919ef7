using CmeOrleans.WebApi.Pages.Forms;

namespace CmeOrleans.WebApi.Pages.Account;

/// <summary>A form of secrets alone, which are never shown again.</summary>
/// <param name="Errors">What is wrong with it.</param>
public sealed record SecretsModel(FormErrors Errors)
{
    public static SecretsModel Empty { get; } = new(FormErrors.None);
}
