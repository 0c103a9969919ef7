using System.Security;
using System.Text;
using CmeOrleans.Grains.Certificates;
using CmeOrleans.Grains.Ports;
using CmeOrleans.Silo.Checkpoints;
using CmeOrleans.Silo.Settings;
using CmeOrleans.Silo.Signing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CmeOrleans.Silo.Secrets;

/// <summary>Finds or makes the node's keys.</summary>
internal static class SecretsRegistration
{
    private const string CertificateSetting = "Certificates:Signing:CertificateFile";
    private const int CertificateFileBytesMax = 1024 * 1024;

    public static IServiceCollection AddSecrets(this IServiceCollection services)
    {
        services.AddSettings<SecurityOptions, SecurityOptionsValidator>(SecurityOptions.SectionName);
        services.AddSingleton(LoadMasterKey);
        services.AddSingleton<IPersonalDataKeyring, PersonalDataKeyring>();
        services.AddSingleton<IPseudonyms, Pseudonyms>();
        services.AddSingleton<INodeSeal, NodeSeal>();
        services.AddSingleton<ICheckpointSigner>(LoadCheckpointSigner);
        services.AddSettings<PaperSigningOptions, PaperSigningOptionsValidator>(PaperSigningOptions.SectionName);
        services.AddSingleton(LoadPaperSigner);
        services.AddSingleton<IPaperSigner>(provider => provider.GetRequiredService<PaperSigner>());
        return services;
    }

    private static MasterKey LoadMasterKey(IServiceProvider provider)
    {
        if (provider.GetRequiredService<IOptions<SecurityOptions>>().Value.MasterKey is { Length: > 0 } configured)
        {
            try
            {
                return MasterKey.Parse(configured);
            }
            catch (FormatException exception)
            {
                throw new SettingException("Security:MasterKey", "must be 32 random bytes in base64.", exception);
            }
        }

        var path = KeyPath(provider, "master.key");
        return Load("DataFolder", path, () => MasterKey.Parse(ReadText(path, MasterKey.Generate)));
    }

    private static CheckpointSigner LoadCheckpointSigner(IServiceProvider provider)
    {
        if (provider.GetRequiredService<IOptions<CheckpointOptions>>().Value.SigningKeyFile is { Length: > 0 } configuredPath)
        {
            return Load(
                "Checkpoints:SigningKeyFile", configuredPath, () => CheckpointSigner.Parse(File.ReadAllText(configuredPath)));
        }

        var path = KeyPath(provider, "checkpoint-signing.pem");
        return Load("DataFolder", path, () => CheckpointSigner.Parse(ReadText(path, CheckpointSigner.Generate)));
    }

    private static PaperSigner LoadPaperSigner(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<PaperSigningOptions>>().Value;
        if (options is { CertificateFile: null, CertificatePassword: not null })
        {
            throw new SettingException(CertificateSetting, "is missing, while there is a password for it.");
        }

        var certificate = options.CertificateFile is { } path
            ? Load(
                CertificateSetting,
                path,
                () => SigningCertificate.Parse(SecretFile.Read(path, CertificateFileBytesMax), options.CertificatePassword))
            : null;
        return new(certificate, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<PaperSigner>>());
    }

    private static string KeyPath(IServiceProvider provider, string fileName) =>
        Path.Combine(provider.GetRequiredService<IOptions<NodeOptions>>().Value.DataFolder, "keys", fileName);

    private static string ReadText(string path, Func<byte[]> generate) =>
        Encoding.ASCII.GetString(SecretFile.ReadOrCreate(path, generate));

    private static T Load<T>(string setting, string path, Func<T> load)
    {
        try
        {
            return load();
        }
        catch (FormatException exception)
        {
            throw new SettingException(setting, $"the file {path} does not hold what it should. {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException or SecurityException)
        {
            throw new SettingException(setting, $"the file {path} cannot be read or made.", exception);
        }
    }
}
