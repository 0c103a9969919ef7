namespace CmeOrleans.WebApi.Auth;

/// <summary>The bootstrap key of the configuration, kept as its hash.</summary>
internal sealed class ConfiguredBootstrapKey(IConfiguration configuration) : IBootstrapKey
{
    public const string SettingName = "Security:BootstrapKey";

    public ReadOnlyMemory<byte>? Hash { get; } = HashOf(configuration[SettingName]);

    // Not a conditional expression: there null would become an empty hash, by way of an array.
    private static ReadOnlyMemory<byte>? HashOf(string? key)
    {
        if (string.IsNullOrEmpty(key))
        {
            return null;
        }

        return ApiKeyText.HashOf(key);
    }
}
