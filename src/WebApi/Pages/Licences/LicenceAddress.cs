namespace CmeOrleans.WebApi.Pages.Licences;

/// <summary>Where the pages of licences are.</summary>
internal static class LicenceAddress
{
    public const string List = "/licences";
    public const string Add = "/licences/add";

    public static string Of(string? licenceId) => $"{List}/{licenceId}";

    public static string OfChange(string? licenceId) => $"{List}/{licenceId}/change";

    public static string OfRemoval(string? licenceId) => $"{List}/{licenceId}/remove";
}
