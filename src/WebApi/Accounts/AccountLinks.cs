namespace CmeOrleans.WebApi.Accounts;

/// <summary>Links for mails. They begin with the configured address, never with what a request calls us, which anybody can choose.</summary>
internal sealed class AccountLinks(IConfiguration configuration)
{
    private const string SettingName = "Certificates:PublicBaseUrl";
    private const string Default = "http://localhost:5000";

    private string Origin => (configuration[SettingName] is { Length: > 0 } configured ? configured : Default).TrimEnd('/');

    /// <summary>Scheme, host and port of the configured address.</summary>
    public Uri Base => new(Origin);

    public string Of(string path) => Origin + path;

    public string WithToken(string path, string token) => $"{Origin}{path}?{AccountAddresses.TokenParameter}={Uri.EscapeDataString(token)}";
}
